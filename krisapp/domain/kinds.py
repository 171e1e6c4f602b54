"""Where each kind of event lives (händelseslagens hem), so that opening an incident reads only the modules it needs."""

HOMES: dict[str, tuple[str, ...]] = {
    "checklist": ("checklists",),
    "clock": ("run",),
    "code": ("check_code",),
    "dispatch": ("dispatch",),
    "enquiry": ("enquiries",),
    "fact": ("situation",),
    "incident": ("incident",),
    "item": ("checklists",),
    "level": ("levels",),
    "log": ("log",),
    "map": ("map_history",),
    "meeting": ("meeting_history",),
    "message": ("messages", "approval", "release", "break_glass"),
    "phrases": ("phrase_taking",),
    "picture": ("picture",),
    "promise": ("promises",),
    "question": ("question_history",),
    "reach": ("reaching.working",),
    "replacement": ("replacing",),
    "rumour": ("rumours",),
    "run": ("run",),
    "sheet": ("situation",),
    "task": ("task_history",),
    "warning": ("warning",),
}
"""The modules of `krisapp.domain` by the first word of the kind. A test holds that every kind is found."""
