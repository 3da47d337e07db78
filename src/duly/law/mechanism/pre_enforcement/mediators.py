"""Who may urge: the grounds on which a mediator stands aside (特邀调解规定 13, 15)."""

from typing import Any

from duly.law.step import Ask, AskKind, Step
from duly.law.terms import Role, Term


class RecusalGround(Term):
    """Why a mediator stands aside; a party may ask for it as well (特邀调解规定 15)."""

    RELATIVE = "relative", "是一方当事人或者其代理人的近亲属"
    INTEREST = "interest", "与纠纷有利害关系"
    RELATION = "relation", "与当事人、代理人有其他关系，可能影响公正"


NO_RECUSAL = Ask(
    "no_recusal",
    "没有应当回避的情形",
    AskKind.YES_NO,
    hint="逐项询问调解员：" + "；".join(ground.chinese for ground in RecusalGround),
)


def recusal(origins: frozenset[Term], target: Term) -> Step[Any]:
    """Return the step by which a mediator stands aside; another is assigned afterwards."""
    return Step[Any](
        name="recuse",
        chinese="调解员回避",
        clause="二(三)附5",
        by=frozenset({Role.MEDIATOR, Role.FILING_CLERK, Role.FILING_HEAD}),
        origins=origins,
        target=target,
        asks=(
            Ask("ground", "情形", AskKind.CHOICE, choices=RecusalGround),
            Ask("reasons", "说明", AskKind.LONG_TEXT, hint="由谁提出、具体关系"),
        ),
        usual=False,
    )
