"""Makes every call of openapi.json with a client that openapi-python-client made of it. Arguments: URL and key of an engine without data."""

import datetime
import importlib
import io
import json
import pkgutil
import sys
import time

from tenure_client import AuthenticatedClient, api, models
from tenure_client.types import File

url, key = sys.argv[1:]
client = AuthenticatedClient(base_url=url, token=key, follow_redirects=False)
made = set()


def module(name):
    made.add(name)
    return importlib.import_module(f"tenure_client.api.{name}")


def call(name, *arguments, expected=200, **parameters):
    """The parsed answer of one call; an answer that is not as declared does not parse."""
    answer = module(name).sync_detailed(*arguments, client=client, **parameters)
    if answer.status_code != expected:
        sys.exit(f"{name} answered {int(answer.status_code)}, not {expected}: {answer.content.decode()[:500]}")
    if (answer.parsed is None) != (expected == 204) or isinstance(answer.parsed, models.Problem) != (expected >= 400):
        sys.exit(f"{name} {expected} was parsed as {type(answer.parsed).__name__}")
    return answer.parsed


def operations_of(group, beginning=""):
    """The names of a group's calls; none where there is no such group."""
    return [one.name for one in pkgutil.iter_modules([f"{api.__path__[0]}/{group}"]) if one.name.startswith(beginning)]


def send(aspect, name, expected=201, **data):
    """One command; its shape is the class that is named as it."""
    words = "".join("_" + letter.lower() if letter.isupper() else letter for letter in name).lstrip("_")
    is_declared = aspect in ("models", "terms")
    body = getattr(models, name).from_dict(data if is_declared else {"customerId": "C-1001", **data})
    operation = f"post_v1_commands_{words}" if is_declared else words
    return call(f"{aspect}.{operation}", body=body, idempotency_key=f"python-{name}", expected=expected)


def lines(answer, *kinds):
    """Lines of JSON, each as one of these classes."""
    texts = [text for text in answer.payload.read().decode().splitlines() if text]
    for text in texts:
        data = json.loads(text)
        if not any(fits(kind, data) for kind in kinds):
            sys.exit(f"no line of {[kind.__name__ for kind in kinds]}: {text[:300]}")
    return texts


def fits(kind, data):
    try:
        return set(kind.from_dict(data).to_dict()) == set(data)
    except (KeyError, TypeError, ValueError):
        return False


def said(event):
    """The data of an event, as what its type says; nothing in it is undeclared."""
    name, version = event.type_.split(".")[2:]
    data = getattr(models, f"{name}{version.upper()}").from_dict(event.data.to_dict())
    if data.additional_properties:
        sys.exit(f"{event.type_} says {data.additional_properties}, which is not declared")
    return data


def file(text):
    return File(payload=io.BytesIO(text.encode()), file_name="orders.csv", mime_type="application/octet-stream")


usd = {"minor": 1177, "currency": "USD"}
send("identity", "RegisterCustomer", party="person", personal={"name": "Ada", "email": "ada@example.com"}, attributes={"region": "south", "vip": True})
send("identity", "ChangeCustomerDetails", personal={"email": None}, attributes={"region": None})
send("identity", "CloseCustomer", reason="moved abroad")
send("identity", "ReopenCustomer", reason="came back")
send("purchases", "RecordPurchase", orderId="A-1001", lines=[{"product": "lamp", "quantity": 2, "amount": usd}])
send("purchases", "RecordReturn", orderId="A-1001", returnId="R-77", amount={"minor": 100, "currency": "USD"})
send("purchases", "CorrectReturn", returnId="R-77", amount={"minor": 200, "currency": "USD"}, reason="typed wrong")
send("purchases", "VoidReturn", returnId="R-77", reason="typed twice")
send("purchases", "CorrectPurchase", orderId="A-1001", channel="web", reason="typed wrong")
send("purchases", "VoidPurchase", orderId="A-1001", reason="typed twice")
send("activity", "RecordVisit", visitId="V-9", channel="telephone")
send("activity", "CorrectVisit", visitId="V-9", channel=None, reason="typed wrong")
send("activity", "VoidVisit", visitId="V-9", reason="typed twice")
send("subscriptions", "StartSubscription", subscriptionId="S-42", plan="basic", price=usd, interval="P1M")
send("subscriptions", "ChangeSubscription", subscriptionId="S-42", plan="plus")
send("subscriptions", "RenewSubscription", subscriptionId="S-42", amount=usd)
send("subscriptions", "CancelSubscription", subscriptionId="S-42", reasonCode="pricing")
send("complaints", "LogComplaint", complaintId="K-7", subject="late delivery", severity="high")
send("complaints", "AcknowledgeComplaint", complaintId="K-7")
send("complaints", "ResolveComplaint", complaintId="K-7", resolution="sent again", compensation=usd)
send("complaints", "ReopenComplaint", complaintId="K-7", reason="late again")
send("complaints", "CorrectComplaint", complaintId="K-7", severity="critical", reason="it turned out worse")
send("complaints", "VoidComplaint", complaintId="K-7", reason="typed twice")
send("satisfaction", "RecordSatisfaction", satisfactionId="N-12", metric="nps", score=9)
send("satisfaction", "CorrectSatisfaction", satisfactionId="N-12", score=8, reason="typed wrong")
send("satisfaction", "VoidSatisfaction", satisfactionId="N-12", reason="typed twice")
in_a_month = (datetime.date.today() + datetime.timedelta(days=30)).isoformat()
send("scoring", "OverrideChurnLikelihood", probability=0.05, expiresOn=in_a_month, reason="signed a contract")
send("scoring", "WithdrawChurnOverride", reason="the contract was cancelled")
send("scoring", "ObjectToScoring", objectedBy="customer", channel="letter")
send("scoring", "WithdrawScoringObjection", channel="e-mail")

days = [f"2026-0{month}-{day:02d}" for month in (1, 2, 3) for day in range(1, 28)]
rows = [f"P-{at % 40},{day},{10 + at % 7}.50,USD,O-{at}" for at, day in enumerate(days * 5)]
table = "customer_id,occurred_at,amount,currency,order_id\n" + "\n".join(rows) + "\nP-1,soon,1,USD,O-x\n"
kinds = [models.ImportSource, models.ImportRejection, models.ImportProgress, models.ImportResult]
lines(call("imports.post_v1_imports_by_kind", "purchases", body=file(table), dry_run=True), *kinds)
lines(call("imports.post_v1_imports_by_kind", "purchases", body=file(table)), *kinds)
call("imports.get_v1_imports_presets")
bulk = [{"command": "RecordVisit", "id": f"bulk-{at}", "data": {"customerId": f"P-{at}"}} for at in range(3)] + [{"command": "RecordVisit", "id": "bulk-0", "data": {}}]
answers = lines(call("commands.post_v1_commands", body=file("\n".join(map(json.dumps, bulk))), expected=207), models.CommandLine)
assert [json.loads(answer)["status"] for answer in answers] == [201, 201, 201, 400], answers

call("models.post_v1_models_by_model_fits", "nbd", body=models.FitModelRequest(), expected=201)
send("models", "FitModel", model="gamma-gamma", currency="USD")
fitted = call("models.get_v1_models_by_model", "nbd")
send("models", "PromoteModel", model="nbd", fit=fitted.position, reason="tried")
send("models", "RetireModel", model="nbd")
send("models", "BacktestModel", model="nbd", at="2026-01-31", horizon="P30D")
call("models.get_v1_models")
call("models.get_v1_models_by_model_backtests", "nbd")

value_terms = {"figure": "lifetime-value", "from": "2026-01-01", "reason": "the books of 2025"}
send("terms", "StateMargin", **value_terms, currency="USD", share=0.4)
send("terms", "StateDiscountRate", **value_terms, rate=0.12)
send("terms", "StateHorizon", **value_terms, horizon="P2Y")
send("terms", "StateCost", **value_terms, of="visit", amount=usd)
send("terms", "WithdrawTerm", **value_terms, term="horizon")

head = call("operations.get_v1_status").log.position
fresh = {"min_position": head, "timeout": "PT30S"}
names = call("definitions.get_v1_definitions").items
for definition in names:
    call("definitions.get_v1_definitions_by_name", definition.name)
    read_model = definition.name.replace("-", "_")
    for question in operations_of(read_model, "get_"):
        call(f"{read_model}.{question}", *(["P-1"] if "_by_customer_id" in question else []), **fresh)
cohorts = call("retention.get_v1_retention", granularity=models.GetV1RetentionGranularity.WEEK, **fresh)
assert sum(cohort.size for cohort in cohorts.cohorts) == 40, cohorts
call("customer_file.get_v1_customers", limit=0, expected=400)
call("customer_file.get_v1_customers_by_customer_id", "nobody", expected=404)
call("customer_file.post_v1_customers_resolve", body=models.ResolveCustomerRequest(value="ada@example.com"))

events = call("events.get_v1_events", limit=1000)
told = [(event.type_, said(event)) for event in events.items]
registered = next(data for kind, data in told if kind == "tenure.customer.CustomerRegistered.v1")
assert registered.attributes["region"] == "south" and registered.attributes["vip"] is True, registered
call("events.get_v1_customers_by_customer_id_events", "C-1001")
assert call("events.get_v1_streams_by_kind_by_id_events", "model", "nbd").items
assert call("events.get_v1_streams_by_kind_events", "vault").items
with client.get_httpx_client().stream(**module("events.get_v1_events_stream")._get_kwargs(after="beginning")) as stream:
    messages = (line for line in stream.iter_lines() if line.startswith("data: "))
    assert models.CloudEvent.from_dict(json.loads(next(messages)[6:])).id == events.items[0].id

for name in models.GetV1ExportByReadModelReadModel:
    exported = module("exports.get_v1_export_by_read_model").sync_detailed(name, client=client)
    manifest = call("exports.get_v1_exports_by_export_id", exported.headers["tenure-export"])
    assert exported.status_code == 200 and manifest.state == "complete" and manifest.bytes_ == len(exported.content), manifest

made_key = call("keys.post_v1_keys", body=models.CreateKeyRequest.from_dict({"name": "python", "roles": ["analyst"]}), expected=201)
call("keys.get_v1_keys")
call("keys.post_v1_keys_by_key_id_revoke", made_key.key_id, body=models.RevokeKeyRequest(reason="no longer needed"), expected=204)
assert call("keys.get_v1_me").roles
call("keys.post_v1_sign_in", body=models.SignInRequest(code="x" * 43), expected=401)
call("access.get_v1_access", limit=10)

rebuild = call("operations.post_v1_operations_rebuilds", body=models.RebuildRequest(check=True), expected=202)
while call("operations.get_v1_operations_rebuilds_by_id", rebuild.id).state == "running":
    time.sleep(0.2)
call("operations.delete_v1_operations_rebuilds_by_id", rebuild.id, expected=400)
call("operations.get_v1_operations_parked")
call("operations.post_v1_operations_parked_by_projection_by_customer_id_retry", "retention", "P-1", expected=404)
call("operations.post_v1_operations_parked_by_projection_by_customer_id_discard", "retention", "P-1", body=models.DiscardRequest(reason="gone"), expected=404)
call("operations.post_v1_operations_publications", body=models.PublicationRequest(reason="tried"), expected=404)
call("operations.get_v1_replay", to="2026-02-01")

for name in ["get", "get_favicon_svg", "get_docs", "get_docs_problems", "get_openapi_json", "get_asyncapi_json"]:
    call(f"documentation.{name}")
call("documentation.get_docs_by_file", "swagger-ui.css")
page = call("documentation.get")
call("documentation.get_assets_by_file", page.split('/assets/')[1].split('"')[0])
for name in ["health.get_health_live", "health.get_health_ready", "operations.get_metrics"]:
    call(name)

every = {f"{group.name}.{one}" for group in pkgutil.iter_modules(api.__path__) for one in operations_of(group.name)}
if every != made:
    sys.exit(f"never called: {sorted(every - made)}")
print(f"{len(made)} calls, every one that openapi.json declares")
