"""Links by which a party enters, the guesses made at them, and the visits that follow."""

from django.db import models

from duly.law.terms import Term


class Purpose(Term):
    """What a link is for: it opens this page and no other."""

    DEBTOR = "debtor", "履行义务人查看和办理"
    CREDITOR = "creditor", "债权人查看和办理"


class Factor(Term):
    """By what a party showed, beside the link, that it is he."""

    PLACES = "places", "证件号码后六位"
    CODE = "code", "短信验证码"


class Link(models.Model):
    """A link for one party, one matter and one purpose, kept as the hash of its token.

    `factor` is the keyed digest of the last places of the party's number, bound to this token;
    empty where no number is on record, and a code is the only way in.
    A link that goes with a notice names it; its token is derived from `seed` under a key of the
    court's, so that the sheet can be printed again. Where the portal stands alone, `takes_code`
    says whether the court can send him a code.
    Matter and party are named by number alone. `published_on` is the day of the view that went
    out, where the portal stands elsewhere; empty where it is to go out anew.
    """

    seed = models.CharField("令牌种子", max_length=32, blank=True, default="")
    paper_id = models.PositiveBigIntegerField("随附文书", null=True, blank=True, db_index=True)
    token_sha256 = models.CharField("令牌摘要", max_length=64, unique=True)
    factor = models.CharField("证件尾号验证值", max_length=64)
    matter_id = models.PositiveBigIntegerField("事项", db_index=True)
    party_id = models.PositiveBigIntegerField("当事人")
    purpose = models.CharField("用途", max_length=12, choices=Purpose.choices())
    takes_code = models.BooleanField("可以发验证码", default=False)
    issued_at = models.DateTimeField("签发时间")
    issued_by = models.CharField("签发人", max_length=60)
    expires_at = models.DateTimeField("失效时间")
    revoked_at = models.DateTimeField("撤销时间", null=True, blank=True)
    revoked_because = models.CharField("撤销理由", max_length=200, blank=True, default="")
    published_on = models.DateField("发布日期", null=True, blank=True)

    class Meta:
        indexes = (models.Index(fields=("published_on", "id"), name="links_to_publish"),)
        constraints = (
            models.CheckConstraint(
                name="a_revoked_link_has_its_reason",
                condition=models.Q(revoked_at__isnull=True, revoked_because="")
                | (models.Q(revoked_at__isnull=False) & ~models.Q(revoked_because="")),
            ),
            models.CheckConstraint(
                name="a_link_expires_after_it_is_issued",
                condition=models.Q(expires_at__gt=models.F("issued_at")),
            ),
        )

    def __str__(self) -> str:
        return f"{self.get_purpose_display()} {self.matter_id}"


class Guess(models.Model):
    """A wrong answer: `about` says of what, `key` from where or at which link, as a digest."""

    about = models.CharField("对象", max_length=16)
    key = models.CharField("来源", max_length=64)
    at = models.DateTimeField("时间")

    class Meta:
        indexes = (models.Index(fields=("about", "key", "at"), name="guesses_of_late"),)

    def __str__(self) -> str:
        return f"{self.about} {self.at}"


class Visit(models.Model):
    """A visit of a party, apart from the sessions of staff; its cookie is kept as a hash.

    `factor` is how he showed that it is he.
    """

    cookie_sha256 = models.CharField("会话摘要", max_length=64, unique=True)
    link = models.ForeignKey(Link, models.CASCADE, related_name="visits")
    began_at = models.DateTimeField("进入时间")
    seen_at = models.DateTimeField("最近访问")
    factor = models.CharField(
        "核对方式", max_length=8, choices=Factor.choices(), default=Factor.PLACES.value
    )

    def __str__(self) -> str:
        return f"{self.link} {self.began_at}"
