"""What blanks may name beside the keys of the sheet: places in words, facts that may be stated, lists as lines.

Each is made from the fact sheet through the view that notes what is read.
"""

from krisapp.compose import advice_lines, answers, judged, listed_lines, stated_facts, who_answers
from krisapp.compose import whereabouts as places
from krisapp.compose.blanks import KINDS
from krisapp.compose.by_voice import BY_VOICE
from krisapp.compose.other_languages import OTHER_LANGUAGES
from krisapp.compose.phrase_text import PHRASE_TEXT
from krisapp.compose.sheet_view import Derive, Derived
from krisapp.compose.special_groups import SPECIAL_GROUPS

MAKERS: dict[str, Derive] = {
    "where": places.where,
    "english_where": places.english_where,
    "about_briefly": places.about_briefly,
    "subject": advice_lines.subject,
    "told_briefly": advice_lines.told_briefly,
    "whereabouts": places.whereabouts,
    "place_line": places.place_line,
    "known": stated_facts.known,
    "fresh": stated_facts.fresh,
    "news_words": stated_facts.news_words,
    "no_news": stated_facts.no_news,
    "unconfirmed": stated_facts.unconfirmed,
    "affected_words": stated_facts.affected_words,
    "advised": advice_lines.advised,
    "main_advice": advice_lines.main_advice,
    "emergency": advice_lines.emergency,
    "alarm": advice_lines.alarm,
    "listen": advice_lines.listen,
    "helps": listed_lines.helps,
    "open_closed": listed_lines.open_closed,
    "roads": listed_lines.roads,
    "safe_places": listed_lines.safe_points,
    "others": listed_lines.others,
    "contact_public": who_answers.contact_public,
    "contact_business": who_answers.contact_business,
    "contact_anyone": who_answers.contact_anyone,
    "contact_partners": who_answers.contact_partners,
    "danger_words": advice_lines.danger_words,
    "contact_media": who_answers.contact_media,
    "web_page": who_answers.web_page,
    "speaker": who_answers.speaker,
    "topic_speaker": who_answers.topic_speaker,
    "signs": listed_lines.signs,
    "agreed": listed_lines.agreed,
    "agreement": listed_lines.agreement,
    "doing": listed_lines.doing,
    "done": listed_lines.done,
    "our_part": listed_lines.our_part,
    "told": advice_lines.told,
    "statement": who_answers.statement,
    "ended": advice_lines.ended,
    "replaced": advice_lines.replaced,
    "correction_words": advice_lines.correction_words,
    "correction_brief": advice_lines.correction_brief,
    "correction_short": advice_lines.correction_short,
    "correction_reason": advice_lines.correction_reason,
    "correction_heard": advice_lines.correction_heard,
    "easy_correction": advice_lines.easy_correction,
    "easy_ended": advice_lines.easy_ended,
    "groups": listed_lines.groups,
    "impact_words": judged.impact_words,
    "outlook": judged.outlook,
    "support": judged.support,
    "report_due": judged.report_due,
    "next_word": judged.next_word,
    "board_words": judged.board_words,
    **BY_VOICE,
    "answering": answers.answering,
    "answers_given": answers.answers_given,
    "staff_answers_given": answers.staff_answers_given,
    **OTHER_LANGUAGES,
    **SPECIAL_GROUPS,
    **PHRASE_TEXT,
}

DERIVED = Derived(MAKERS, KINDS)
"""All of them, with what a draft may hold."""
