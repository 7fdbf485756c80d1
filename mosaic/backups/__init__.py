"""Backups of database and files without the people's keys, which lie apart for a day at most.

Whoever is erased loses their key, so what older backups hold of them can never be read again; and a restore
erases everybody whose key is not there any more.
"""

from mosaic.backups.keeping import drop_old, tend
from mosaic.backups.making import make
from mosaic.backups.manifest import BackupRefused
from mosaic.backups.restoring import Restored, restore

__all__ = ["BackupRefused", "Restored", "drop_old", "make", "restore", "tend"]
