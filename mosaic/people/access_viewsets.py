"""The API of coming back, of open sessions, of consent, and of share links."""

from uuid import UUID

from django.urls import reverse
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.pagination import CursorPagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.viewsets import GenericViewSet

from mosaic.people import access, access_shapes, consent, holdings, queries, recovery, serializers, services, shares
from mosaic.people.http import PersonViewSet
from mosaic.people.identity import HEADER
from mosaic.people.models import AIMode


@extend_schema(tags=["session"])
class RecoveryCodeViewSet(PersonViewSet):
    """The one code that brings a person back. Hashing it waits its turn, outside the lane of requests."""

    outside_lane = True
    serializer_class = access_shapes.RecoveryCodeMade

    @extend_schema(request=None, responses={201: access_shapes.RecoveryCodeMade})
    def create(self, request: Request) -> Response:
        """Make a code, shown this once; an earlier one stops working."""
        code = access.make_code(self.person)
        kept = recovery.code_of(self.person)
        return Response({"recovery_code": str(code), "made_at": kept.created_at if kept else None}, status=201)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request) -> Response:
        """Make the code useless."""
        recovery.revoke(self.person)
        return Response(status=204)


@extend_schema(tags=["session"])
class RecoverViewSet(GenericViewSet):  # type: ignore[type-arg]  # there is no queryset
    """Opening a session with the code. Asks for no session, and takes none."""

    outside_lane = True
    authentication_classes = []
    serializer_class = serializers.SessionStarted

    @extend_schema(request=access_shapes.RecoveryInput, responses={201: serializers.SessionStarted})
    def create(self, request: Request) -> Response:
        """Open a new session of the person the words belong to."""
        form = access_shapes.RecoveryInput(data=request.data)
        form.is_valid(raise_exception=True)
        opened = access.recover(request._request, form.validated_data["code"])
        data = {
            "session_id": opened.token,
            "user_id": str(opened.person.pk),
            "expires_at": opened.person.expires_at,
        }
        return Response(data, status=201, headers={HEADER: opened.token})


@extend_schema(tags=["session"])
class OpenSessionsViewSet(PersonViewSet):
    """The person's open sessions."""

    quiet = frozenset(("listed",))
    serializer_class = access_shapes.SessionShape

    @extend_schema(operation_id="session_sessions_list", responses=access_shapes.SessionList)
    def listed(self, request: Request) -> Response:
        """List the open sessions, the last used first."""
        found = queries.sessions_of(self.person)
        shape = access_shapes.SessionShape(found, many=True, context={"current": self.access.session.pk})
        return Response({"sessions": shape.data, "next": None, "previous": None})

    @extend_schema(operation_id="session_sessions_destroy_others", responses={200: access_shapes.SessionsEnded})
    def destroy_others(self, request: Request) -> Response:
        """End every session but this one."""
        return Response({"ended": services.end_other_sessions(self.access.session)})

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, device_id: UUID) -> Response:
        """End one session."""
        services.end_session(access.session_for(self.person, device_id))
        return Response(status=204)

    @extend_schema(request=access_shapes.LeaveInput, responses=access_shapes.LeaveAnswer)
    def leave(self, request: Request) -> Response:
        """End this session on a borrowed device; what is kept stays until its end."""
        form = access_shapes.LeaveInput(data=request.data)
        form.is_valid(raise_exception=True)
        has_code = access.leave(self.access, sure=form.validated_data["sure"])
        data = {"left": True, "has_recovery_code": has_code, "expires_at": self.person.expires_at}
        return Response(data, headers={"Clear-Site-Data": access.CLEAR_ALL})


class ReceiptPages(CursorPagination):
    """The latest first."""

    page_size = 50
    ordering = ("-created_at", "-pk")


@extend_schema(tags=["session"])
class AIViewSet(PersonViewSet):
    """What a language model may see, and what it saw."""

    quiet = frozenset(("receipts", "receipt"))
    serializer_class = access_shapes.AIReceiptShape

    @extend_schema(request=access_shapes.AIChoice, responses=serializers.AIState)
    def update(self, request: Request) -> Response:
        """Choose off, ask or on."""
        form = access_shapes.AIChoice(data=request.data)
        form.is_valid(raise_exception=True)
        consent.set_mode(self.person, AIMode(form.validated_data["mode"]))
        return Response(holdings.ai_of(self.person))

    @extend_schema(
        operation_id="session_ai_receipts_list",
        parameters=[OpenApiParameter("cursor", str)],
        responses=access_shapes.AIReceiptList,
    )
    def receipts(self, request: Request) -> Response:
        """List what left or waits: when, to whom, what for."""
        pages = ReceiptPages()
        found = pages.paginate_queryset(consent.receipts_of(self.person), request, view=self)
        lines = access_shapes.AIReceiptLine(found, many=True).data
        return Response({"receipts": lines, "next": pages.get_next_link(), "previous": pages.get_previous_link()})

    @extend_schema(responses=access_shapes.AIReceiptShape)
    def receipt(self, request: Request, receipt_id: UUID) -> Response:
        """Show one with its masked text."""
        return Response(access_shapes.AIReceiptShape(access.receipt_for(self.person, receipt_id)).data)

    @extend_schema(request=access_shapes.Decision, responses=access_shapes.AIReceiptLine)
    def decide(self, request: Request, receipt_id: UUID) -> Response:
        """Send or decline one text that waits."""
        receipt = access.receipt_for(self.person, receipt_id)
        form = access_shapes.Decision(data=request.data)
        form.is_valid(raise_exception=True)
        decided = access.decide(self.person, receipt.pk, send=form.validated_data["decision"] == "send")
        return Response(access_shapes.AIReceiptLine(decided).data)


@extend_schema(tags=["session"])
class ShareViewSet(PersonViewSet):
    """Secret read links."""

    quiet = frozenset(("listed", "retrieve"))
    serializer_class = access_shapes.ShareShape

    @extend_schema(operation_id="session_shares_list", responses=access_shapes.ShareList)
    def listed(self, request: Request) -> Response:
        """List the links with every opening and answer."""
        found = access_shapes.ShareShape(shares.shares_of(self.person), many=True).data
        return Response({"shares": found, "next": None, "previous": None})

    @extend_schema(request=access_shapes.ShareInput, responses={201: access_shapes.ShareMade})
    def create(self, request: Request) -> Response:
        """Make a link; its address is shown this once."""
        form = access_shapes.ShareInput(data=request.data)
        form.is_valid(raise_exception=True)
        given = form.validated_data
        opened = access.open_share(
            self.person,
            codes=given["scopes"],
            days=given["days"],
            label=given["note"],
            version=given["version_id"],
            allows_comments=given["comments"],
        )
        url = request.build_absolute_uri(reverse("shared", args=[opened.secret]))
        return Response({"share": access_shapes.ShareShape(opened.share).data, "url": url}, status=201)

    @extend_schema(responses=access_shapes.ShareShape)
    def retrieve(self, request: Request, share_id: UUID) -> Response:
        """Show one link."""
        return Response(access_shapes.ShareShape(access.share_for(self.person, share_id)).data)

    @extend_schema(responses={204: None})
    def destroy(self, request: Request, share_id: UUID) -> Response:
        """Take a link back; one that is over goes from the list."""
        shares.end_share(access.share_for(self.person, share_id))
        return Response(status=204)
