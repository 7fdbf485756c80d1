"""Model fields that are encrypted at rest under the key of the row's person.

A row's sealed field is opened when it is first read, so that listing rows costs nothing. Sealed fields
can be saved and read, not filtered by; `QuerySet.update` refuses them, because it knows no owner.
"""

import json
from typing import Generic, TypeVar
from uuid import UUID

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.query_utils import DeferredAttribute

from mosaic.lib.crypto import seal, unseal
from mosaic.people import keyring

Value = TypeVar("Value")
JSON = dict[str, object] | list[object] | None


class Sealed(bytes):
    """Ciphertext as it lies in the database."""


class _Opening(DeferredAttribute):
    """Opens a sealed value when it is first read, and keeps it on the instance."""

    field: "SealedField[object]"

    def __get__(self, instance: models.Model | None, owner: type[models.Model] | None = None) -> object:
        value: object = super().__get__(instance, owner)
        if instance is None or not isinstance(value, Sealed):
            return value
        opened = self.field.open(instance, value)
        instance.__dict__[self.field.attname] = opened
        return opened

    def __set__(self, instance: models.Model, value: object) -> None:
        # With a setter Python asks __get__ even when the instance holds a value.
        instance.__dict__[self.field.attname] = value


class SealedField(models.Field[Value, Value], Generic[Value]):
    """The part that text and JSON share; `owner` names the attribute that holds the person's id."""

    descriptor_class = _Opening

    def __init__(self, *args: object, owner: str = "person_id", **kwargs: object) -> None:
        self.owner = owner
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed on unchanged

    def deconstruct(self) -> tuple[str, str, list[object], dict[str, object]]:
        """Return what a migration needs to build this field again."""
        name, path, args, kwargs = super().deconstruct()
        if self.owner != "person_id":
            kwargs["owner"] = self.owner
        return name, path, list(args), kwargs

    def get_internal_type(self) -> str:
        """Store as bytes."""
        return "BinaryField"

    def from_db_value(self, value: bytes | None, *_: object) -> Sealed | None:
        """Keep ciphertext closed until it is read."""
        return None if value is None else Sealed(bytes(value))

    def pre_save(self, instance: models.Model, add: bool) -> Sealed | None:
        """Seal what is about to be saved, unless it never was opened."""
        value = instance.__dict__.get(self.attname)
        if value is None or isinstance(value, Sealed):
            return value
        person_id = self._person_id(instance)
        return Sealed(seal(keyring.key_of(person_id), self.encode(value), owner=person_id.bytes))

    def get_db_prep_value(self, value: object, connection: BaseDatabaseWrapper, prepared: bool = False) -> object:
        """Hand ciphertext to the database driver."""
        if value is None:
            return None
        if not isinstance(value, Sealed):
            raise TypeError(f"{self.name} is sealed: save the row instead of updating the field")
        return connection.Database.Binary(bytes(value))  # type: ignore[attr-defined]  # every driver has it

    def open(self, instance: models.Model, sealed: Sealed) -> Value:
        """Return the plain value. Raises SealBroken."""
        person_id = self._person_id(instance)
        return self.decode(unseal(keyring.key_of(person_id), sealed, owner=person_id.bytes))

    def _person_id(self, instance: models.Model) -> UUID:
        person_id: UUID = getattr(instance, self.owner)
        return person_id

    def encode(self, value: Value) -> bytes:
        """Return the bytes to seal."""
        raise NotImplementedError

    def decode(self, plain: bytes) -> Value:
        """Return the value from what was sealed."""
        raise NotImplementedError


class SealedTextField(SealedField[str]):
    """Text a person wrote, or text about them."""

    def encode(self, value: str) -> bytes:
        """Return UTF-8."""
        return value.encode()

    def decode(self, plain: bytes) -> str:
        """Read UTF-8."""
        return plain.decode()


class SealedJSONField(SealedField[JSON]):
    """A document of a person."""

    def encode(self, value: JSON) -> bytes:
        """Return compact JSON."""
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    def decode(self, plain: bytes) -> JSON:
        """Read JSON."""
        document: JSON = json.loads(plain)
        return document
