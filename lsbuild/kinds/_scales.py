"""The fixed scales: how sure we are, how far a page has come. Each value has its words."""

from __future__ import annotations

from enum import StrEnum


class Scale(StrEnum):
    """A closed list whose values carry the words readers see (English, translated later)."""

    label: str

    def __new__(cls, value: str, label: str) -> Scale:
        one = str.__new__(cls, value)
        one._value_ = value
        one.label = label
        return one


class Status(Scale):
    """How far a page has come."""

    DRAFT = "draft", "Draft"
    PUBLISHED = "published", "Published"
    RETIRED = "retired", "Retired"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Review(Scale):
    """Whether someone who did not write it has checked it."""

    NONE = "none", "Published, not yet reviewed"
    EVIDENCE = "evidence", "Reviewed for its evidence"
    PRACTICE = "practice", "Reviewed from practice"
    BOTH = "both", "Reviewed for its evidence and from practice"


class Reviewed(Scale):
    """What a reviewer looked at."""

    EVIDENCE = "evidence", "For its evidence"
    PRACTICE = "practice", "From practice"


class CreditRole(Scale):
    """What somebody did for a page, in the fourteen roles of CRediT."""

    CONCEPTUALIZATION = "conceptualization", "Conceptualization"
    DATA_CURATION = "data-curation", "Data curation"
    FORMAL_ANALYSIS = "formal-analysis", "Formal analysis"
    FUNDING = "funding-acquisition", "Funding acquisition"
    INVESTIGATION = "investigation", "Investigation"
    METHODOLOGY = "methodology", "Methodology"
    ADMINISTRATION = "project-administration", "Project administration"
    RESOURCES = "resources", "Resources"
    SOFTWARE = "software", "Software"
    SUPERVISION = "supervision", "Supervision"
    VALIDATION = "validation", "Validation"
    VISUALIZATION = "visualization", "Visualization"
    WRITING = "writing-original-draft", "Writing – original draft"
    EDITING = "writing-review-editing", "Writing – review and editing"


class ConsentScope(Scale):
    """What somebody agreed to."""

    PHOTOGRAPH = "photograph", "To be seen in a picture"
    RECORDING = "recording", "To be heard or seen in a recording"
    QUOTATION = "quotation", "To be quoted"
    NAME = "name", "To be named"


class WhoSays(Scale):
    """Who says so."""

    PROJECT = "project", "Told by the project itself"
    COURSE = "course", "Told by the course"
    PARTICIPANTS = "participants", "Published by the people who did it"
    OTHERS = "others", "Reported by people not involved"
    READING = "reading", "Our reading"
    OURS = "ours", "Our suggestion"
    UNKNOWN = "unknown", "Not known if the writers took part"


class Direction(Scale):
    """Which way a result went."""

    BETTER = "better", "Got better"
    MIXED = "mixed", "Mixed: some better, some worse"
    NO_CHANGE = "no-change", "No clear change"
    WORSE = "worse", "Got worse"
    NOT_MEASURED = "not-measured", "Not measured"


class HowMeasured(Scale):
    """What stands behind a result."""

    COMPARED = "compared", "Measured against other places"
    UNCOMPARED = "uncompared", "Measured, without a comparison group"
    ACCOUNTS = "accounts", "People's accounts"
    UNKNOWN = "unknown", "We do not know how"
    NOT_MEASURED = "not-measured", "Not measured"


class Read(Scale):
    """How much of a source we read."""

    TITLE = "title", "We read the title only"
    ABSTRACT = "abstract", "We read the summary only"
    PART = "part", "We read a part"
    FULL = "full", "We read all of it"


class Involvement(Scale):
    """Whether the writers of a source took part in what it tells."""

    TOOK_PART = "took-part", "Written by people who took part"
    OTHERS = "others", "Written by people who were not involved"
    UNKNOWN = "unknown", "Not known whether the writers took part"


class Depth(Scale):
    """How much a case can teach."""

    CASE = "case", "Case"
    SHORT_NOTE = "short-note", "Short note"
    POINTER = "pointer", "Link only"


class MeasureType(Scale):
    """What a figure counts."""

    REACH = "reach", "Reach"
    DELIVERY = "delivery", "Delivery"
    EXPERIENCE = "experience", "Experience"
    EFFECT = "effect", "Effect"


class Precision(Scale):
    """How fine a place may be shown."""

    COUNTRY = "country", "The whole country"
    SUBDIVISION = "subdivision", "The province, state or county"
    DISTRICT = "district", "The district"
    TOWN = "town", "The town"
    NONE = "none", "No place is shown, on purpose"


class Governance(Scale):
    """Where power over health services lies."""

    CENTRAL = "central", "Central"
    DEVOLVED = "devolved", "Devolved"
    MIXED = "mixed", "Partly devolved"


class Labelled(Scale):
    """Who put a label such as “double loop” on a case."""

    OURS = "ours", "Our label"
    SOURCE = "source", "The source's label"


class LayerKind(Scale):
    """What kind of engagement a layer is."""

    STUDY = "study", "Study"
    WORKSHOP = "workshop", "Workshop"
    COACHING = "coaching", "Coaching"
    MEETING = "meeting", "Meetings"
    COURSE = "course", "Course"
    POLICY_WORK = "policy-work", "Policy work"


class Participation(Scale):
    """How managers take part."""

    TOLD = "told", "Managers were told"
    CONSULTED = "consulted", "Managers were consulted"
    JOINT = "joint", "Managers and researchers worked jointly"
    LED = "led", "Managers led"


class DoneBy(Scale):
    """Which body does an action."""

    RESEARCH = "research-councils", "Research and training councils"
    UNIVERSITIES = "universities", "Universities and training institutes"
    EITHER = "either", "Either kind of body, or both"
