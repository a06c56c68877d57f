"""One name, one place and one type for all mentions of a body."""

from collections.abc import Callable

import pytest

from wirefacts.mentions.organizations import find_names, organization_facts
from wirefacts.mentions.passage import Passage

CASES = {
    "a head alone behind the article": (
        "The North Alba Chamber of Commerce met. Members of the Chamber left.",
        {
            "North Alba Chamber of Commerce": ("North Alba Chamber of Commerce", None, "association"),
            "Chamber": ("North Alba Chamber of Commerce", None, "association"),
        },
    ),
    "a head that two bodies share": (
        "The Alba Trade Board and the Ketra Trade Board met. Members of the Board left.",
        {"Alba Trade Board": ("Alba Trade Board", None, "government"), "Ketra Trade Board": ("Ketra Trade Board", None, "government")},
    ),
    "a head that the text writes small": (
        "The North Alba Chamber of Commerce met. Then the chamber left, and the Chamber is shut.",
        {"North Alba Chamber of Commerce": ("North Alba Chamber of Commerce", None, "association")},
    ),
    "an acronym of another language": (
        "The Alba Statistics Institute (IEG) met. IEG figures rose.",
        {
            "Alba Statistics Institute": ("Alba Statistics Institute", None, "education"),
            "IEG": ("Alba Statistics Institute", None, "education"),
        },
    ),
    "a word in brackets that is used again": (
        "The National Grain Reserve Agency (Anreg) met. Anreg sold wheat.",
        {
            "National Grain Reserve Agency": ("National Grain Reserve Agency", None, "government"),
            "Anreg": ("National Grain Reserve Agency", None, "government"),
        },
    ),
    "an outlet in capitals": ("Cranes at work. ZHAO WEI/XINHUA", {"XINHUA": ("Xinhua", None, "media")}),
    "an outlet under its fullest form": (
        "Xinhua News Agency reported it. Xinhua said more.",
        {"Xinhua News Agency": ("Xinhua News Agency", None, "media"), "Xinhua": ("Xinhua News Agency", None, "media")},
    ),
    "a party's committee in lower case": (
        "The Anyang municipal Party committee met.",
        {"Anyang municipal Party committee": ("Anyang municipal Party committee", "Anyang", "party")},
    ),
    "an outlet under another form": ("People.cn reported it.", {"People.cn": ("People.cn", None, "media")}),
    "an acronym that the text never spells out": (
        "CPPCC members met.",
        {"CPPCC": ("Chinese People's Political Consultative Conference", None, "government")},
    ),
    "an acronym that the text spells out": (
        "The Kestrel Valve Association (KVA) met. KVA members left.",
        {"Kestrel Valve Association": ("Kestrel Valve Association", None, "association"), "KVA": ("Kestrel Valve Association", None, "association")},
    ),
    "an acronym before its bracket": (
        "The KVA (Kestrel Valve Association) met.",
        {"KVA": ("Kestrel Valve Association", None, "association"), "Kestrel Valve Association": ("Kestrel Valve Association", None, "association")},
    ),
    "a known body keeps the form of the text": (
        "The Fed and the US Federal Reserve agreed.",
        {"Fed": ("US Federal Reserve", None, "finance")},
    ),
    "a short form": (
        "Kestrel Valve Co Ltd grew. Kestrel's chairman said Kestrel Valve would invest.",
        {
            "Kestrel Valve Co Ltd": ("Kestrel Valve Co Ltd", None, "company"),
            "Kestrel": ("Kestrel Valve Co Ltd", None, "company"),
            "Kestrel Valve": ("Kestrel Valve Co Ltd", None, "company"),
        },
    ),
    "a short form of a known company's arm": (
        "Siemens Alba Signals Pvt. Ltd. grew. Siemens hired 40 people.",
        {
            "Siemens Alba Signals Pvt. Ltd.": ("Siemens Alba Signals Pvt. Ltd.", None, "company"),
            "Siemens": ("Siemens Alba Signals Pvt. Ltd.", None, "company"),
        },
    ),
    "a known company named before its arm": (
        "Siemens hired 40 people. Siemens Alba Signals Pvt. Ltd. grew.",
        {"Siemens": ("Siemens", None, "company"), "Siemens Alba Signals Pvt. Ltd.": ("Siemens Alba Signals Pvt. Ltd.", None, "company")},
    ),
    "a short name in brackets": (
        "The Alba Trade and Logistics Park (hereinafter ATL Park) said so. The secretary of ATL Park agreed.",
        {
            "Alba Trade and Logistics Park": ("Alba Trade and Logistics Park", None, "zone"),
            "ATL Park": ("Alba Trade and Logistics Park", None, "zone"),
        },
    ),
    "a short name in quotation marks": (
        'Kestrel Blue River Mining Co Ltd (the "Blue River") fell. Blue River rose.',
        {
            "Kestrel Blue River Mining Co Ltd": ("Kestrel Blue River Mining Co Ltd", None, "company"),
            "Blue River": ("Kestrel Blue River Mining Co Ltd", None, "company"),
        },
    ),
    "a kind of thing in quotation marks": (
        'Kestrel Valve Co Ltd (the "Company") fell. The Company rose.',
        {"Kestrel Valve Co Ltd": ("Kestrel Valve Co Ltd", None, "company")},
    ),
    "a short form of a name without a head": (
        "Kestrel Castings, a foundry, grew. Shares of Kestrel rose, and Kestrel said it would hire.",
        {"Kestrel": ("Kestrel Castings", None, "company")},
    ),
    "a short form without the place that opens the name": (
        "Gansu Tianmu Heavy Machinery Manufacturing Co Ltd grew, said Li Ming, general manager of Tianmu Heavy Machinery.",
        {"Tianmu Heavy Machinery": ("Gansu Tianmu Heavy Machinery Manufacturing Co Ltd", None, "company")},
    ),
    "the fullest form of an owned body": (
        "The Hunan Commercial Department spoke in Hunan. Data from the province's Commercial Department show it.",
        {"Commercial Department": ("Hunan Commercial Department", "Hunan", "government")},
    ),
    "an owned body that is never named in full": (
        "Exports of Hunan rose. The province's Commercial Department said so.",
        {"Commercial Department": ("Commercial Department", "Hunan", "government")},
    ),
    "an acronym that nothing defines": (
        "The Kivu Ports Authority said so. KPA officials agreed.",
        {"KPA": ("Kivu Ports Authority", None, "government")},
    ),
    "an acronym with small letters": (
        "The Department for Transport said so. The DfT agreed.",
        {"DfT": ("Department for Transport", None, "government")},
    ),
    "an acronym of inner letters": (
        "The Rice Millers Association of Kivu (RIMAK) said so.",
        {"RIMAK": ("Rice Millers Association of Kivu", None, "association")},
    ),
    "a name without the acronym inside it": (
        "The Reed Farmers Party (RFP) Central Committee met. The RFP agreed.",
        {"Reed Farmers Party (RFP) Central Committee": ("Reed Farmers Party Central Committee", None, "government")},
    ),
    "a short form of a known company": (
        "Dongfeng Motor Corporation grew. Dongfeng said so.",
        {"Dongfeng": ("Dongfeng Motor Corporation", None, "company")},
    ),
    "an outlet goes by the text's letters": ("WUXI, May 4 (CNS) -- Exports rose.", {"CNS": ("CNS", None, "media")}),
    "a site in capitals and small letters": (
        "2022-05-04 Ecns.cn Editor: Li Na\n\n(ECNS) -- Exports of tea rose by a tenth in May.",
        {"ECNS": ("Ecns.cn", None, "media")},
    ),
    "a news agency": ("The Kivu News Agency reported it.", {"Kivu News Agency": ("Kivu News Agency", None, "media")}),
    "a parliament": ("The U.S. Congress met.", {"U.S. Congress": ("U.S. Congress", "U.S.", "government")}),
    "a customs service": ("The Kivu Customs Service said so.", {"Kivu Customs Service": ("Kivu Customs Service", None, "government")}),
    "a company's base": ("Xuzhou-based Kestrel Group grew.", {"Kestrel Group": ("Kestrel Group", "Xuzhou", "company")}),
    "a place in brackets": (
        "The China (Hunan) Pilot Free Trade Zone has grown.",
        {"China (Hunan) Pilot Free Trade Zone": ("China (Hunan) Pilot Free Trade Zone", "Hunan", "zone")},
    ),
    "a place behind of": ("The Bank of Tianjin lent 5 billion yuan.", {"Bank of Tianjin": ("Bank of Tianjin", "Tianjin", "finance")}),
    "the words beside a name give its type": ("The newspaper Zorla Vesti reported it.", {"Zorla Vesti": ("Zorla Vesti", None, "media")}),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES.keys())
def test_names(passage: Callable[..., Passage], text: str, expected: dict[str, tuple[str, str | None, str]]) -> None:
    found = {text[name.start : name.end]: (name.name, name.place, name.type) for name in find_names(passage(text))}
    assert {surface: found.get(surface) for surface in expected} == expected


def test_bodies_of_two_provinces_stay_apart(passage: Callable[..., Passage]) -> None:
    text = (
        "The Hunan Development and Reform Commission and the Hubei Development and Reform Commission met. "
        "Hubei's Development and Reform Commission agreed, and so did Hunan's Development and Reform Commission."
    )
    names = [name.name for name in find_names(passage(text))]
    assert names == [
        "Hunan Development and Reform Commission",
        "Hubei Development and Reform Commission",
        "Hubei Development and Reform Commission",
        "Hunan Development and Reform Commission",
    ]


def test_facts_carry_name_place_type_and_rule(passage: Callable[..., Passage]) -> None:
    seen = passage("Xuzhou-based Kestrel Group grew.")
    (fact,) = organization_facts(seen, find_names(seen))
    assert fact.kind == "organization"
    assert (fact.text, fact.name, fact.place, fact.type, fact.provenance.rule) == (
        "Kestrel Group",
        "Kestrel Group",
        "Xuzhou",
        "company",
        "organization.head",
    )


def test_endings_added_to_a_known_company_make_its_fullest_form(passage: Callable[..., Passage]) -> None:
    assert {name.name for name in find_names(passage("Huawei Technologies Co Ltd grew. Huawei said so."))} == {"Huawei Technologies Co Ltd"}


def test_an_international_body_belongs_to_nobody_who_owns_it_in_words(passage: Callable[..., Passage]) -> None:
    found = find_names(passage("Hungary's NATO membership and NATO (North Atlantic Treaty Organization) grew."))
    assert {(name.name, name.place) for name in found} == {("North Atlantic Treaty Organization", None)}


def test_two_known_companies_side_by_side_are_their_joint_venture(passage: Callable[..., Passage]) -> None:
    assert [name.name for name in find_names(passage("FAW-Volkswagen built a plant."))] == ["FAW-Volkswagen"]
