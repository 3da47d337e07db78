"""A person's own list: filters by name, columns, people, words of papers, a sheet to take away."""

from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from python_calamine import CalamineWorkbook

from duly.desk.listing import Column, sheet
from duly.desk.models import SavedFilter
from duly.documents import searching
from duly.documents.models import Paper, PaperTerm
from duly.journal.models import Entry
from duly.law.terms import Role
from duly.procedure.models import Handler
from duly.registry.models import Matter
from tests.desk.conftest import As
from tests.procedure import walks
from tests.procedure.conftest import Walk

URL = reverse("desk:matters")
CLERK, JUDGE = Role.TRIAL_CLERK, Role.ENFORCEMENT_JUDGE


def found(client: Client, **query: str) -> list[int]:
    return [row.matter.pk for row in client.get(URL, query).context["rows"]]


def questions(client: Client) -> int:
    with CaptureQueriesContext(connection) as asked:
        client.get(URL)
    return len(asked)


def another(walk: Walk, **changes: str) -> Walk:
    return Walk(walk.court, walk.staff, walk.on).register(
        **{"number": "（2026）粤0117民初2345号", "debtor_name": "欧阳龘", **changes}
    )


def save(client: Client, name: str, query: str, **more: str) -> str:
    sent = {"name": name, "query": query, **more}
    return client.post(reverse("desk:save_filter"), sent).url


def test_a_filter_is_kept_by_name_and_opens_the_list(walk: Walk, as_role: As):
    client = as_role(CLERK)
    assert save(client, "本周到期", "due=week&after=9&owner=", opens_first="yes").endswith(
        "?due=week"
    )
    opened = client.get(URL, follow=True)
    assert opened.context["sieve"].due == "week"
    assert "本周到期" in opened.content.decode()
    assert client.get(URL, {"all": "1"}).context["filtered"] is False
    save(client, "商事", "focus=commercial", opens_first="yes")
    assert [one.name for one in SavedFilter.objects.filter(opens_first=True)] == ["商事"]
    assert "本周到期" not in as_role(JUDGE).get(URL).content.decode()


def test_the_form_offers_every_choice_and_keeps_what_was_asked(walk: Walk, as_role: As):
    query = {"due": "week", "focus": "act", "band": "3", "owner": CLERK.value, "all": "1"}
    page = as_role(CLERK).get(URL, query).content.decode()
    for name in ("due", "focus", "band", "owner"):
        assert f'<option value="{query[name]}" selected>' in page
    assert all(f'name="column" value="{column}"' in page for column in Column)


def test_another_persons_filter_is_neither_seen_nor_dropped(walk: Walk, as_role: As):
    save(as_role(CLERK), "商事", "focus=commercial")
    address = reverse("desk:drop_filter", args=[SavedFilter.objects.get().pk])
    as_role(JUDGE).post(address)
    assert SavedFilter.objects.count() == 1
    as_role(CLERK).post(address)
    assert not SavedFilter.objects.exists()


@pytest.mark.parametrize(
    ("name", "query", "why"), [(" ", "due=week", "起名"), ("空", "after=3", "还没有条件")]
)
def test_what_is_no_filter_is_refused_with_the_way_out(
    walk: Walk, as_role: As, name: str, query: str, why: str
):
    client = as_role(CLERK)
    save(client, name, query)
    assert why in client.get(URL).content.decode()
    assert not SavedFilter.objects.exists()


def test_a_name_in_a_filter_is_kept_sealed(walk: Walk, as_role: As):
    save(as_role(CLERK), "某人", "q=陈示例")
    with connection.cursor() as cursor:
        cursor.execute("SELECT query FROM desk_savedfilter")
        assert "%E9" not in cursor.fetchone()[0]


def test_the_columns_chosen_are_shown_and_only_they_are_asked_for(walk: Walk, as_role: As):
    client = as_role(CLERK)
    questions(client)
    usual = questions(client)
    client.post(reverse("desk:columns"), {"column": ["focus", "band", "nonsense"]})
    (row,) = client.get(URL).context["rows"]
    assert [cell.text for cell in row.cells] == ["商事案件", "10万元以上不满50万元"]
    assert questions(client) < usual


def test_every_column_says_something_of_a_matter_in_urging(at_the_walk: Walk, as_role: As):
    walks.to_urging(at_the_walk)
    client = as_role(Role.FILING_CLERK)
    client.post(reverse("desk:columns"), {"column": [column.value for column in Column]})
    (row,) = client.get(URL).context["rows"]
    said = {cell.column: cell.text for cell in row.cells}
    assert all(said.values())
    mediator = at_the_walk.staff[Role.MEDIATOR].full_name
    assert said[Column.MEDIATOR] == mediator
    assert mediator in said[Column.HANDLERS]
    assert said[Column.INSTRUMENT] == "（2026）粤0117民初100号"


def test_matters_are_found_by_who_acted_in_them(walk: Walk, as_role: As):
    other = another(walk)
    walks.to_running(other)
    clerk, judge = (str(walk.staff[role].pk) for role in (CLERK, JUDGE))
    client = as_role(Role.PRESIDENT)
    assert found(client, person=clerk) == [other.matter.pk, walk.matter.pk]
    assert found(client, person=judge) == []
    assert found(client, person=clerk, state="post_judgment.running") == [other.matter.pk]
    assert found(client, person=clerk, owner=CLERK.value) == [other.matter.pk]
    assert Handler.objects.filter(matter=other.matter, user=clerk).count() == 1


def test_a_matter_is_found_by_what_was_filled_into_its_papers(walk: Walk, as_role: As):
    other = another(walk, duty="钢材加工费")
    walks.to_running(walk)
    walks.to_enforcement(other)
    client = as_role(Role.PRESIDENT)
    assert found(client, paper="钢材加工") == [other.matter.pk]
    assert found(client, paper="加工费", q="欧阳", band="3") == [other.matter.pk]
    assert found(client, paper="加工费", state="pre_enforcement") == []
    for nothing in ("费钢材", "钢", "自动履行", "钢材 水泥"):
        assert found(client, paper=nothing) == []
    assert found(as_role(Role.MEDIATOR), paper="钢材加工") == []
    page = client.get(URL, {"paper": "钢材"}).content.decode()
    assert "<mark>钢材</mark>加工费" in page


def test_pairs_alone_do_not_show_a_matter_whose_papers_do_not_say_the_words(
    walk: Walk, as_role: As
):
    walks.to_enforcement(another(walk, duty="钢材款、材加工款"))
    assert searching.seek("钢材加") is not None
    assert found(as_role(Role.PRESIDENT), paper="钢材加") == []


def test_the_index_of_papers_tells_nothing_without_the_key_and_stays_small(walk: Walk):
    walks.to_running(walk)
    papers = Paper.objects.filter(matter=walk.matter).count()
    kept = PaperTerm.objects.count()
    assert 0 < kept < 150 * papers
    PaperTerm.objects.all().delete()
    for _ in range(2):
        call_command("index_papers", stdout=StringIO())
        assert PaperTerm.objects.count() == kept


def test_the_list_is_taken_away_as_text_and_that_is_on_record(walk: Walk, as_role: As):
    another(walk)
    Matter.objects.filter(pk=walk.matter.pk).update(cause='=HYPERLINK("file:///etc","a")')
    client = as_role(CLERK)
    answer = client.post(reverse("desk:export"), {"query": "focus=commercial"})
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    rows = book.get_sheet_by_index(0).to_python()
    assert rows[0][:3] == ["当事人", "案由", "案号"]
    assert [row[0] for row in rows[1:]] == ["喆淼商贸有限公司、欧阳龘", "喆淼商贸有限公司、陈示例"]
    assert rows[2][1] == '=HYPERLINK("file:///etc","a")'
    with ZipFile(BytesIO(answer.content)) as parts:
        assert b"<f>" not in parts.read("xl/worksheets/sheet1.xml")
    entry = Entry.objects.latest("seq")
    assert (entry.act, entry.detail["count"]) == ("export_matters", 2)
    assert len(entry.detail["matters"]) == 2


def test_a_sheet_never_holds_less_than_it_says(
    walk: Walk, as_role: As, monkeypatch: pytest.MonkeyPatch
):
    another(walk)
    monkeypatch.setattr(sheet, "MOST", 1)
    answer = as_role(CLERK).post(reverse("desk:export"))
    rows = CalamineWorkbook.from_filelike(BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows[2][0].startswith("符合条件的案件超过1件，这里只有前1件")
    assert Entry.objects.latest("seq").detail["count"] == 1


def test_nothing_is_taken_by_who_sees_nothing(walk: Walk, as_role: As):
    before = Entry.objects.count()
    assert as_role(Role.ADMINISTRATOR).post(reverse("desk:export")).status_code == 302
    assert Entry.objects.count() == before
