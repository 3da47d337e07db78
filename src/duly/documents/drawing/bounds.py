"""What a value may not pass: the lawful range of an amount, the articles that it may name."""

import re
from collections.abc import Iterator

from duly.documents.blank import Blank, Blanks
from duly.documents.drawing.amounts import amount_of
from duly.documents.drawing.citing import Citing
from duly.documents.drawing.refusal import Reason, Refusal
from duly.documents.templates import Declared, Template, declared

_NUMERAL = "[一二三四五六七八九十百]+"
_PLACE = re.compile(rf"(第{_NUMERAL}条(?:之{_NUMERAL})?)(?:第{_NUMERAL}款)?(?:第{_NUMERAL}项)?")


def refusals(template: Template, blanks: Blanks, citing: Citing) -> Iterator[Refusal]:
    """Yield each amount out of its lawful range, each article that is not the one of the day."""
    for name in template.blanks:
        blank, given = declared().get(name), blanks.get(name)
        if blank is None or not isinstance(given, Blank):
            continue
        yield from _out_of_range(blank, given.value, blanks, citing)
        yield from _wrongly_cited(blank, given.value, citing)


def _out_of_range(blank: Declared, value: str, blanks: Blanks, citing: Citing) -> Iterator[Refusal]:
    choice = blanks.get(blank.by)
    if not blank.within or not isinstance(choice, Blank) or choice.value not in blank.within:
        return
    least, most = blank.within[choice.value]
    amount, lowest, highest = map(amount_of, (value, least, most))
    if amount is None or lowest is None or highest is None or not lowest <= amount <= highest:
        law = citing.cite(blank.name, blank.under)
        sentence = (
            f"空白项“{blank.name}”：对{choice.value}应为{least}以上、{most}以下的"
            f"一个确定金额（{law or blank.under}），不能是“{value}”"
        )
        yield Refusal(Reason.OUT_OF_RANGE, blank.name, sentence)


def _wrongly_cited(blank: Declared, value: str, citing: Citing) -> Iterator[Refusal]:
    if not blank.cites:
        return
    found = [citing.cite(blank.name, subject) for subject in blank.cites]
    allowed = [citation.article_in_chinese for citation in found if citation is not None]
    for place in value.split("、"):
        named = _PLACE.fullmatch(place)
        if named is None or named[1] not in allowed:
            sentence = (
                f"空白项“{blank.name}”中的“{place}”与文书日期适用的条文不符，"
                f"应为{'或者'.join(allowed)}的条、款、项"
            )
            yield Refusal(Reason.WRONG_CITATION, blank.name, sentence)
