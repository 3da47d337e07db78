"""Why a citation is refused."""


class UnknownSubject(LookupError):
    """No article on file answers to the subject."""


class UnknownArticle(LookupError):
    """The instrument, the article or the clause is not on file."""


class BeforeFirstText(LookupError):
    """The date lies before the first version on file: what was in force then is not known."""
