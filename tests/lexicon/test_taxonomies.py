"""Official classifications: read in their own shapes, placed beside our entries, kept, seen again, removed."""

import json
import os
import subprocess
import sys
import zipfile
from io import StringIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from django.core.management import CommandError, call_command
from django.test import override_settings

from mosaic.lexicon.phrases import Finder
from mosaic.lexicon.store import Lexicon, LexiconError, shipped
from mosaic.lexicon.taxonomies import kept, official, tables
from mosaic.lexicon.taxonomies.load import SOURCES, Loading
from opportunity_bridge.domain.postings import Draft, read
from opportunity_bridge.domain.stored import document_of, posting_of

ROOT = Path(__file__).parents[2]
URI = "http://data.europa.eu/esco"
SKILLS = f"""conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,description
KnowledgeSkillCompetence,{URI}/skill/1,skill/competence,sector-specific,wound care,"dress the wounds of animals
change dressings",,released,2024-01-01,Look after wounds.
KnowledgeSkillCompetence,{URI}/skill/2,skill/competence,sector-specific,tune church organs,"voice organ pipes
tuning",,released,2024-01-01,"Bring the pipes of an organ into tune. Then play it, to hear."
KnowledgeSkillCompetence,{URI}/skill/3,knowledge,sector-specific,organ building history,,,released,2024-01-01,
KnowledgeSkillCompetence,{URI}/skill/4,skill/competence,sector-specific,restore bellows leather,,,released,2024-01-01,
KnowledgeSkillCompetence,{URI}/skill/5,knowledge,sector-specific,logic,,,released,2024-01-01,
KnowledgeSkillCompetence,{URI}/skill/6,knowledge,sector-specific,PipeDraw,,,released,2024-01-01,
KnowledgeSkillCompetence,{URI}/skill/7,knowledge,sector-specific,obsolete organ lore,,,obsoleted,2024-01-01,
"""
OCCUPATIONS = f"""conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,description,code
Occupation,{URI}/occupation/1,2221,registered nurse,"nurse on a night ward
nurse",,released,2024-01-01,Nurses care.,2221.1
Occupation,{URI}/occupation/2,7312,pipe organ restorer,"church organ restorer
voicer",,released,2024-01-01,Organ restorers bring old organs back to life.,7312.9
Occupation,{URI}/occupation/3,7312,harmonium polisher,,,released,2024-01-01,Polishes.,7312.8
"""
RELATIONS = "occupationUri,relationType,skillType,skillUri\n" + "".join(
    f"{URI}/occupation/2,{kind},skill/competence,{URI}/skill/{number}\n"
    for kind, number in (("essential", 2), ("essential", 3), ("essential", 4), ("optional", 1))
)
CODE = "O*NET-SOC Code"
WORK = [[CODE, "Title", "Description"], ["29-1141.00", "Registered Nurses", "Assess patient health problems & needs."]]
TITLES = [[CODE, "Alternate Title", "Short Title"], ["29-1141.00", "Night Shift Burns Nurse", ""]]
TOOLS = [
    [CODE, "Title", "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"],
    ["29-1141.00", "Registered Nurses", "Epidural pump planner", "42000000", "Medical software", "N", "N"],
    ["29-1141.00", "Registered Nurses", "Epidural pump planner", "42000000", "Medical software", "", "N"],
    ["29-1141.00", "Registered Nurses", "Databox", "42000000", "Medical software", "N", "N"],
]


@pytest.fixture
def esco(tmp_path: Path) -> Path:
    return written(
        tmp_path / "esco",
        {"skills_en.csv": SKILLS, "occupations_en.csv": OCCUPATIONS, "occupationSkillRelations_en.csv": RELATIONS},
    )


def written(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir()
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def tabbed(rows: list[list[str]]) -> str:
    return "".join("\t".join(row) + "\r\n" for row in rows)


def workbook(path: Path, rows: list[list[str]]) -> None:
    """Write a workbook as O*NET's are: shared texts, numbers in the sheet, empty cells left out."""
    texts: list[str] = []
    lines = []
    for number, row in enumerate(rows, start=1):
        cells = ""
        for letter, value in zip("ABCDEFG", row, strict=False):
            if value.isdecimal():
                cells += f'<c r="{letter}{number}"><v>{value}</v></c>'
            elif value:
                texts.append(value)
                cells += f'<c r="{letter}{number}" t="s"><v>{len(texts) - 1}</v></c>'
        lines.append(f'<row r="{number}">{cells}</row>')
    space = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    shared = "".join(f"<si><t>{escape(text)}</t></si>" for text in texts)
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("xl/sharedStrings.xml", f"<sst {space}>{shared}</sst>")
        book.writestr(
            "xl/worksheets/sheet1.xml", f"<worksheet {space}><sheetData>{''.join(lines)}</sheetData></worksheet>"
        )


def loaded(source: str, files: Path, keep_in: Path, *, dry_run: bool = False) -> Loading:
    loading = Loading(SOURCES[source], files, keep_in, lambda _file, _rows: None)
    loading.run(dry_run=dry_run)
    return loading


def extended(folder: Path) -> Lexicon:
    return kept.extend(shipped(), folder)


def test_a_concept_with_our_name_is_ours_and_brings_its_code_and_names(esco: Path, tmp_path: Path) -> None:
    loaded("esco", esco, tmp_path / "kept")
    lexicon = extended(tmp_path / "kept")
    ours = lexicon.skills["wound-care"]
    assert ours.codes == (f"{URI}/skill/1",)
    assert ours.aliases[-1] == "dress the wounds of animals"
    assert ours.aliases.count("change dressings") == 1
    nurse = lexicon.occupations["registered-nurse"]
    assert nurse.codes == (f"{URI}/occupation/1",)
    assert "nurse on a night ward" in nurse.aliases
    assert ours.meaning == shipped().skills["wound-care"].meaning


def test_phrases_find_what_was_loaded_and_leave_single_words_alone(esco: Path, tmp_path: Path) -> None:
    loading = loaded("esco", esco, tmp_path / "kept")
    lexicon = extended(tmp_path / "kept")
    text = "I tuned church organs, voiced organ pipes and drew in PipeDraw. My logic: tuning and obsolete organ lore."
    found = [mention.id for mention in Finder(lexicon.skills.values()).find(text)]
    assert [one for one in found if one.startswith("esco-")] == ["esco-tune-church-organs"] * 2 + ["esco-pipedraw"]
    assert lexicon.skills["esco-tune-church-organs"].meaning == "Bring the pipes of an organ into tune."
    assert loading.left["single words that may mean something else"] == 1


def test_an_occupation_is_new_only_with_skills(esco: Path, tmp_path: Path) -> None:
    loading = loaded("esco", esco, tmp_path / "kept")
    made = extended(tmp_path / "kept").occupations["esco-pipe-organ-restorer"]
    assert set(made.essential) == {
        "esco-tune-church-organs",
        "esco-organ-building-history",
        "esco-restore-bellows-leather",
    }
    assert (made.optional, made.isco, made.aliases) == (("wound-care",), "7312", ("church organ restorer",))
    assert loading.left["occupations of which too little is known"] == 1


def test_labels_alone_are_enough(tmp_path: Path) -> None:
    files = written(tmp_path / "esco", {"skills_labels.csv": "skills\ntune church organs \nwound care\n"})
    assert loaded("esco", files, tmp_path / "kept").added == {
        "new skills": 1,
        "skills that are ours": 1,
        "further names of ours": 0,
    }


@pytest.mark.parametrize("form", ["txt", "xlsx"])
def test_onet_is_read_as_text_and_as_workbooks(tmp_path: Path, form: str) -> None:
    files = tmp_path / "onet"
    files.mkdir()
    for name, rows in (("Occupation Data", WORK), ("Alternate Titles", TITLES), ("Technology Skills", TOOLS)):
        if form == "xlsx":
            workbook(files / f"{name.replace(' ', '_')}.xlsx", rows)
        else:
            (files / f"{name}.txt").write_bytes(tabbed(rows).encode())
    loaded("onet", files, tmp_path / "kept")
    lexicon = extended(tmp_path / "kept")
    assert lexicon.occupations["registered-nurse"].codes == ("onet:29-1141.00",)
    assert "Night Shift Burns Nurse" in lexicon.occupations["registered-nurse"].aliases
    assert lexicon.skills["onet-epidural-pump-planner"].kind == "tool"
    assert "Medical software" in lexicon.skills["onet-epidural-pump-planner"].meaning
    assert "onet-databox" not in lexicon.skills


def test_loading_twice_makes_the_same_bytes_and_both_sources_stand_together(esco: Path, tmp_path: Path) -> None:
    keep_in = tmp_path / "kept"
    loaded("esco", esco, keep_in)
    first = kept.path_of(keep_in, "esco").read_bytes()
    onet = written(
        tmp_path / "onet",
        {"Technology Skills.txt": tabbed([*TOOLS, [*TOOLS[1][:2], "tune church organs", *TOOLS[1][3:]]])},
    )
    loaded("onet", onet, keep_in)
    loaded("esco", esco, keep_in)
    assert kept.path_of(keep_in, "esco").read_bytes() == first
    assert sorted(path.name for path in keep_in.iterdir()) == ["esco.jsonl", "onet.jsonl"]
    assert "onet-tune-church-organs" not in extended(keep_in).skills
    assert extended(keep_in).mark != ""
    assert [notice[:12] for notice in kept.notices(keep_in)] == ["This service"] * 2


def test_nothing_is_kept_by_a_dry_run_or_a_run_that_fails(esco: Path, tmp_path: Path) -> None:
    keep_in = tmp_path / "kept"
    assert loaded("esco", esco, keep_in, dry_run=True).added["new skills"] == 4
    assert not keep_in.exists()
    (esco / "occupations_en.csv").write_bytes(b"conceptUri,iscoGroup\n")
    with pytest.raises(official.TaxonomyError, match="preferredLabel"):
        loaded("esco", esco, keep_in)
    assert list(keep_in.iterdir()) == []


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        (
            "skills_en.csv",
            b"conceptUri;preferredLabel\nx;y\n",
            "lacks the column .*it has: conceptUri;preferredLabel",
        ),
        ("skills_labels.csv", "skills\ncafé work\n".encode("latin-1"), "not in UTF-8"),
        ("skills_labels.csv", "skills\nx\n".encode("utf-16"), "not in UTF-8"),
        ("skills_labels.csv", b"", "it has: nothing"),
        ("skills_labels.csv", b"skills\n" + b"x" * 200_000, "not a table of text"),
        ("notes.csv", b"a\n", "there is no occupations_en.csv"),
    ],
)
def test_wrong_files_get_a_sentence(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(official.TaxonomyError, match=words):
        loaded("esco", tmp_path, tmp_path / "kept")


def test_a_damaged_workbook_gets_a_sentence(tmp_path: Path) -> None:
    workbook(tmp_path / "Occupation_Data.xlsx", WORK)
    whole = (tmp_path / "Occupation_Data.xlsx").read_bytes()
    for data in (b"no zip", whole[: len(whole) // 2], whole.replace(b"<row", b"<<ow")):
        (tmp_path / "Occupation_Data.xlsx").write_bytes(data)
        with pytest.raises(official.TaxonomyError, match="not a whole Excel workbook"):
            loaded("onet", tmp_path, tmp_path / "kept")


def test_a_table_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 3)
    (tmp_path / "skills_labels.csv").write_text("skills\n" + "a b\n" * 9, encoding="utf-8")
    with pytest.raises(official.TaxonomyError, match="more than 3 rows"):
        loaded("esco", tmp_path, tmp_path / "kept")


def test_a_damaged_kept_file_says_how_to_go_on(tmp_path: Path) -> None:
    for line in ("no json", json.dumps({"skill": {"id": "x"}}), "[]"):
        opening = json.dumps({"format": 1, "source": "esco", "notice": "-"})
        (tmp_path / "esco.jsonl").write_text(f"{opening}\n{line}\n", encoding="utf-8")
        with pytest.raises(LexiconError, match="load_taxonomy esco --remove"):
            extended(tmp_path)


def test_what_was_kept_survives_entries_that_left_the_lexicon(esco: Path, tmp_path: Path) -> None:
    loaded("esco", esco, tmp_path / "kept")
    path = kept.path_of(tmp_path / "kept", "esco")
    lines = [line for line in path.read_text(encoding="utf-8").splitlines(True) if '"esco-tune' not in line[:40]]
    path.write_text("".join(lines).replace('"id": "wound-care"', '"id": "gone-care"'), encoding="utf-8")
    lexicon = extended(tmp_path / "kept")
    assert "esco-pipe-organ-restorer" not in lexicon.occupations
    assert "gone-care" not in lexicon.skills


def manage(*arguments: str, var: Path) -> str:
    """Run a process of its own, as after a restart."""
    variables = os.environ | {"MOSAIC_VAR": str(var), "MOSAIC_MODE": "embedded"}
    ended = subprocess.run(
        [sys.executable, "manage.py", *arguments], cwd=ROOT, env=variables, capture_output=True, text=True, check=True
    )
    return ended.stdout


def test_a_restarted_process_finds_what_was_loaded_until_it_is_removed(esco: Path, tmp_path: Path) -> None:
    ask = (
        "from mosaic.facts.domain.reading import read_own_words\n"
        "print([one.label for one in read_own_words('I tuned church organs for years.')])"
    )
    told = manage("load_taxonomy", "esco", str(esco), var=tmp_path / "var")
    assert "Added: 4 new skills" in told
    assert "ESCO classification of the European Commission" in told
    assert "tune church organs" in manage("shell", "-c", ask, var=tmp_path / "var")
    assert "ESCO is removed" in manage("load_taxonomy", "esco", "--remove", var=tmp_path / "var")
    assert "tune church organs" not in manage("shell", "-c", ask, var=tmp_path / "var")


def test_codes_and_the_notice_are_there_as_long_as_a_classification_is(esco: Path, tmp_path: Path) -> None:
    ask = (
        "from django.test import Client\n"
        "from mosaic.lexicon.codes import codes_of\n"
        "print(codes_of('registered-nurse'), codes_of('wound-care'))\n"
        "print(Client().get('/about/', SERVER_NAME='localhost').content.decode())"
    )
    manage("load_taxonomy", "esco", str(esco), var=tmp_path / "var")
    told = manage("shell", "-c", ask, var=tmp_path / "var")
    assert f"{{'isco': ('2221',), 'esco': ('{URI}/occupation/1',)}} {{'esco': ('{URI}/skill/1',)}}" in told
    assert "ESCO classification of the European Commission" in told
    manage("load_taxonomy", "esco", "--remove", var=tmp_path / "var")
    told = manage("shell", "-c", ask, var=tmp_path / "var")
    assert "{'isco': ('2221',)} {}" in told
    assert "ESCO classification" not in told


def test_codes_of_onet_lose_what_tells_them_apart_here(tmp_path: Path) -> None:
    files = written(tmp_path / "onet", {"Occupation Data.txt": tabbed(WORK)})
    loaded("onet", files, tmp_path / "var" / "taxonomies")
    ask = "from mosaic.lexicon.codes import codes_of\nprint(codes_of('registered-nurse'))"
    assert "{'isco': ('2221',), 'onet': ('29-1141.00',)}" in manage("shell", "-c", ask, var=tmp_path / "var")


def test_the_command_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="Name the folder"):
        call_command("load_taxonomy", "onet")
    with pytest.raises(CommandError, match="does not exist"):
        call_command("load_taxonomy", "onet", str(tmp_path / "nowhere"), "--dry-run")
    out = StringIO()
    with override_settings(TAXONOMIES=tmp_path / "kept"):
        call_command("load_taxonomy", "onet", "--remove", stdout=out)
    assert "was not loaded" in out.getvalue()


def test_a_posting_read_with_a_classification_is_readable_without_it() -> None:
    draft = Draft(role="Registered nurse", company="", location="", text="You must have experience in wound care.")
    document = json.loads(json.dumps(document_of(read(draft))))
    whole = posting_of(document, draft)
    document["occupations"].append("esco-gone")
    document["usual"].append("esco-gone")
    document["requirements"].append(["skill", "must", ["esco-gone"], 0, 3, 0.0, "", False])
    assert posting_of(document, draft) == whole
