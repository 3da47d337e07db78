"""A citation is a value: an instrument, an article of it, and what is held of its wording."""

import re
from dataclasses import dataclass

from duly.law.sources.numeral import chinese_numeral
from duly.law.terms import Term

_ARTICLE = re.compile(r"(\d+)(之[一二三四五六七八九十]+)?", re.ASCII)


class Status(Term):
    """What is held of an article."""

    ON_FILE = "on_file", "条文在库"
    NOT_HELD = "not_held", "条文未存"
    TO_CONFIRM = "to_confirm", "待核"


@dataclass(frozen=True, slots=True)
class Citation:
    """One article (条) of one version of an instrument, or one clause of the mechanism.

    `instrument` is the full official title without book-title marks; `article` is in
    digits ("266", "307之一"), or the clause for the mechanism ("二(二)2"). `text` is
    wording copied from `source`, paragraphs parted by line feeds; it is empty unless
    the status is ON_FILE. `excerpt` marks text that its source quotes with omissions.
    """

    instrument: str
    article: str
    text: str
    status: Status
    subject: str = ""
    excerpt: bool = False
    source: str = ""

    @property
    def title(self) -> str:
        """The instrument in book-title marks, inner marks turned single: 《…〈…〉…》."""
        inner = self.instrument.replace("《", "〈").replace("》", "〉")
        return f"《{inner}》"

    @property
    def article_in_chinese(self) -> str:
        """The article as statutes print it: 第二百六十六条, 第三百零七条之一."""
        found = _ARTICLE.fullmatch(self.article)
        if found is None:
            return self.article.replace("(", "（").replace(")", "）")
        return f"第{chinese_numeral(int(found[1]))}条{found[2] or ''}"

    @property
    def in_digits(self) -> str:
        """The citation with its number in digits: 《…》第266条."""
        found = _ARTICLE.fullmatch(self.article)
        if found is None:
            return str(self)
        return f"{self.title}第{found[1]}条{found[2] or ''}"

    @property
    def quotation(self) -> str:
        """The article with its heading, as an annex prints it; empty where not held."""
        return f"{self.article_in_chinese}　{self.text}" if self.text else ""

    def __str__(self) -> str:
        return f"{self.title}{self.article_in_chinese}"
