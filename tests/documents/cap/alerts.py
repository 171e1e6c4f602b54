"""An alert of ours that no rule objects to, for the tests to break in one place each."""

from krisapp.documents.cap.alert import Alert, Area, Info, Pair

FLEN = Area(area_desc="Flens kommun (Södermanlands län)", geocode=(Pair(value_name="Kommun", value="0482"),))

INFO = Info(
    language="sv-SE",
    category=("Health",),
    event="Dricksvatten",
    response_type=("Avoid",),
    urgency="Immediate",
    severity="Severe",
    certainty="Likely",
    expires="2027-06-11T20:00:00+02:00",
    sender_name="Flens kommun",
    headline="Koka kranvattnet i Malmköping",
    description="Koka kranvattnet i Malmköping innan du dricker det.",
    area=(FLEN,),
)

ALERT = Alert(
    identifier="FLN-2027-001-1",
    sender="https://www.flen.se",
    sent="2027-06-11T14:30:00+02:00",
    status="Actual",
    msg_type="Alert",
    scope="Public",
    incidents="FLN-2027-001",
    info=(INFO,),
)
EARLIER = "https://www.flen.se,FLN-2027-001-1,2027-06-11T14:30:00+02:00"
SQUARE = "59.0,16.5 59.1,16.5 59.1,16.6 59.0,16.6 59.0,16.5"
