"""Citations and quoted articles, as they stand on the day of the paper."""

from datetime import date

from duly.documents.drawing.drawn import Span
from duly.documents.drawing.refusal import Reason, Refusal
from duly.law.sources import (
    BeforeFirstText,
    Citation,
    Shelf,
    Status,
    UnknownArticle,
    UnknownSubject,
)


class Citing:
    """Resolves the subjects of one paper, keeping the citations used and what was refused."""

    def __init__(self, law: Shelf, on: date) -> None:
        self._law = law
        self._on = on
        self.citations: list[Citation] = []
        self.refusals: list[Refusal] = []

    def spans(self, hole: str) -> list[Span]:
        """Return the spans for `法条:甲、乙` or `条文:甲`, in the order written."""
        form, subjects = hole.split(":", 1)
        found = [self.cite(hole, subject) for subject in subjects.split("、")]
        known = [citation for citation in found if citation is not None]
        if form == "条文":
            return [self._quoted(hole, citation) for citation in known]
        spans: list[Span] = []
        for citation in known:
            spans += [Span("、")] if spans else []
            spans.append(Span(citation.article_in_chinese, hole, str(citation)))
        return spans

    def cite(self, hole: str, subject: str) -> Citation | None:
        """Return the article for a subject on the paper's day; refuse in the name of `hole`."""
        try:
            citation = self._law.cite(subject, on=self._on)
        except (UnknownSubject, UnknownArticle, BeforeFirstText) as refusal:
            sentence = f"法条“{subject}”无法确定：{refusal.args[0]}"
            self.refusals.append(Refusal(Reason.NO_CITATION, hole, sentence))
            return None
        if citation not in self.citations:
            self.citations.append(citation)
        return citation

    def _quoted(self, hole: str, citation: Citation) -> Span:
        if not citation.text or citation.status is not Status.ON_FILE:
            sentence = f"须引用{citation}的原文，但{citation.status.chinese}"
            self.refusals.append(Refusal(Reason.NOT_HELD, hole, sentence))
        return Span(citation.quotation, hole, str(citation))
