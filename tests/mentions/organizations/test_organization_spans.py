"""Where names begin and end, and what is none: one case per phenomenon."""

from collections.abc import Callable

import pytest

from wirefacts.mentions.organizations import find_names
from wirefacts.mentions.passage import Passage

CASES = {
    "a legal form that opens a name": ("PT Zorla Bara Mineral Tbk sold coal to UAB Ketra.", ["PT Zorla Bara Mineral Tbk", "UAB Ketra"]),
    "heads that open Romance names": (
        "Cheese maker Laiterie du Zorla signed with the Xunta de Ketra, the Diário do Zorla wrote.",
        ["Laiterie du Zorla", "Xunta de Ketra", "Diário do Zorla"],
    ),
    "a zone that now acts": ("The Ketra Comprehensive Bonded Zone now hosts 40 firms.", ["Ketra Comprehensive Bonded Zone"]),
    "an owner at the end of a list": ("It is owned by the state (70%) and the Port of Ketra (30%).", ["Port of Ketra"]),
    "a way at the end of a list": ("It leads past the state road and the Port of Ketra in the north.", []),
    "a party to a contract": ("They signed a contract with the Ketra Industrial and Port Complex.", ["Ketra Industrial and Port Complex"]),
    "a neighbour that is no party": ("It shares a road with the Ketra Industrial and Port Complex.", []),
    "a bureau behind its place": (
        "Data from the Ketra bureau of agriculture and rural affairs show a rise.",
        ["Ketra bureau of agriculture and rural affairs"],
    ),
    "mills of a trade": ("Yesterday Zorla Rice Mills was shut.", ["Zorla Rice Mills"]),
    "mills alone": ("Many Rice Mills were shut.", []),
    "a trade that acts": ("She said Ketra Zorla Metals, which sold 90 pumps, has closed.", ["Ketra Zorla Metals"]),
    "a trade inside a longer name": ("He leads the Zorla Agricultural Machinery Cooperative.", ["Zorla Agricultural Machinery Cooperative"]),
    "an ordinal in words belongs to a congress": (
        "The seventh Hainan Provincial People's Congress met.",
        ["seventh Hainan Provincial People's Congress"],
    ),
    "a chamber abroad": (
        "The American Chamber of Commerce in Chile (AmCham) met. AmCham said so.",
        ["American Chamber of Commerce in Chile", "AmCham", "AmCham"],
    ),
    "a meeting of a chamber at home": ("The Ketra Chamber of Commerce in Chile said so.", ["Ketra Chamber of Commerce"]),
    "a regional office by its number": (
        "The Department of Trade-7 met. The Kestrel Trade Authority (KTA)-7 agreed, KTA-7 data show.",
        ["Department of Trade", "Kestrel Trade Authority", "KTA", "KTA"],
    ),
    "a seat that no comma closes": ("Alba State University, Kano will train 50 people.", ["Alba State University, Kano"]),
    "a place that commas close": ("He studied at Alba State University, Kano, in May.", ["Alba State University"]),
    "an aircraft's maker": ("They will fly two more Airbus A321neos in May.", []),
    "a government's budget": ("They put it off until the Budget passed.", []),
    "a ship": ("The ferry Ocean Zorla left.", []),
    "an agency glued to its dash": ("Vigo, May 31 (EFE).- Exports grew.", ["EFE"]),
    "an abbreviation of what is no body": ("The council's Internally Levied Revenue (ILR) rose. ILR was small.", []),
    "heads of a list in capitals": ("WHEAT: Prices rose. BARLEY: Prices fell at Northholm Grain Ltd.", ["Northholm Grain Ltd"]),
    "a legal ending of several words": ("Nordic Terminal Sp. z o.o. signed a deal.", ["Nordic Terminal Sp. z o.o."]),
    "a common word in a credit of rights": ("Published in Dawn, March 4th, 2025", ["Dawn"]),
    "a common word elsewhere": ("The ships left at dawn, said Dawn, a sailor.", []),
    "two things joined behind of": ("The Bureau of Lands and Survey brought in 5 million.", ["Bureau of Lands and Survey"]),
    "abbreviations of statistics": ("Grade A wheat rose 5 percent YoY, and the MSP rose.", []),
    "an author and a paper set apart by spaces": ("By Mei Lan    China News Service", ["China News Service"]),
    "a system of hospitals": ("Alba Health System will cut jobs.", ["Alba Health System"]),
    "bodies of any kind": ("Other Ministries, Departments and Agencies paid less.", []),
    "a possessive owner stays outside": ("Sichuan's Development and Reform Commission met on Monday.", ["Development and Reform Commission"]),
    "a generic owner stays outside": ("Data from the province's Commercial Department show a rise.", ["Commercial Department"]),
    "a leading article stays outside": ("The Zhejiang Bureau of Statistics said so.", ["Zhejiang Bureau of Statistics"]),
    "what a ministry is in charge of": (
        "The Ministry of Culture, Tourism and Sports and the Ministry of Commerce agreed.",
        ["Ministry of Culture, Tourism and Sports", "Ministry of Commerce"],
    ),
    "a list of bodies": (
        "The Development and Reform Commission and the Finance Department signed.",
        ["Development and Reform Commission", "Finance Department"],
    ),
    "a place in brackets": ("The China (Hunan) Pilot Free Trade Zone has launched a platform.", ["China (Hunan) Pilot Free Trade Zone"]),
    "an ordinal belongs to a congress": ("The 12th Hubei CPC Provincial Congress set the goal.", ["12th Hubei CPC Provincial Congress"]),
    "a national congress": ("Since the 19th CPC National Congress, trade has grown.", ["19th CPC National Congress"]),
    "a congress of a party": (
        "The 20th National Congress of the Communist Party of China opened.",
        ["20th National Congress of the Communist Party of China"],
    ),
    "legal endings": ("Kestrel Valve Co., Ltd. signed with Orrin Foods Inc on Friday.", ["Kestrel Valve Co., Ltd.", "Orrin Foods Inc"]),
    "a place in brackets before a legal ending": ("Kestrel Valve (Suzhou) Co Ltd invested.", ["Kestrel Valve (Suzhou) Co Ltd"]),
    "a trailing region": ("He is president of Kestrel Group Region China.", ["Kestrel Group Region China"]),
    "an ampersand": ("Shares of Harlow & Finch Inc fell.", ["Harlow & Finch Inc"]),
    "no line break inside": ("Kestrel Valve Group\nOrrin Foods Group", ["Kestrel Valve Group", "Orrin Foods Group"]),
    "a complement of a complement": (
        "Researchers at the Institute of Economics of the Chinese Academy of Social Sciences wrote it.",
        ["Institute of Economics of the Chinese Academy of Social Sciences"],
    ),
    "no month inside": ("The September Orrin Holdings report came out.", ["Orrin Holdings"]),
    "no second sentence inside": (
        "He left Orrin Foods Corp. The Hunan Provincial Health Commission said so.",
        ["Orrin Foods Corp", "Hunan Provincial Health Commission"],
    ),
    "an official name in lower case": ("Anyang municipal bureau of trade said so.", ["Anyang municipal bureau of trade"]),
    "a municipal government with its place": ("Xuzhou municipal government paid.", ["Xuzhou municipal government"]),
    "an office of a place": ("He works for the trade and transport office of Wuxi.", ["trade and transport office of Wuxi"]),
    "customs of a place": ("Nanjing customs and Wuhan Customs cleared it.", ["Nanjing customs", "Wuhan Customs"]),
    "a body inside the name of another": ("The State Council Information Office said so.", ["State Council Information Office"]),
    "a body inside the name of an event": ("The SCO Summit and the China-ASEAN Expo were held.", ["SCO", "ASEAN"]),
    "an officer's office": (
        "The Marshal's Office of the Alba Region paid, the Sheriff's Office said.",
        ["Marshal's Office of the Alba Region", "Sheriff's Office"],
    ),
    "an owner of an office": ("Hunan's Office of Trade paid.", ["Office of Trade"]),
    "a paper of two titles": ("She told the Alba Times-Mercury that it rose.", ["Alba Times-Mercury"]),
    "a commission in charge of two things": (
        "The Alba Utilities and Railway Commission will decide.",
        ["Alba Utilities and Railway Commission"],
    ),
    "stops in two legal endings": (
        "Kestrel Valve Pvt. Ltd., which grew, bought Orrin Foods Sdn. Bhd. in May.",
        ["Kestrel Valve Pvt. Ltd.", "Orrin Foods Sdn. Bhd."],
    ),
    "a head that opens a name in another language": ("Banco Azul lent money to Grupo de los Valles, a miner.", ["Banco Azul", "Grupo de los Valles"]),
    "a bank in another language by itself": ("He crossed the Banco alone.", []),
    "a paper in the credits of a report": ("Additional reporting by AFP and El Norte.", ["AFP", "El Norte"]),
    "the same words in running text": ("They went to El Norte in May.", []),
    # frames of articles
    "a dateline": ("WUXI, Sept. 12 (Xinhua) -- Exports rose.", ["Xinhua"]),
    "a byline": ("By China Daily | Updated: 2022-07-29", ["China Daily"]),
    "a doubled apostrophe": ("( People''s Daily Online ) 09:33, November 19, 2020", ["People''s Daily Online"]),
    "a curly apostrophe": ("(People’s Daily Online) Exports rose.", ["People’s Daily Online"]),
    "a photographer before the outlet": ("Robots assemble cars. LI NA/FOR CHINA DAILY", ["CHINA DAILY"]),
    "a photographer before the agency": ("Cranes at the port. ZHAO WEI/XINHUA", ["XINHUA"]),
    "a photographer behind the agency": ("Cranes at the port. (Xinhua/Fang Zhe)", ["Xinhua"]),
    "a photo credit in square brackets": ("Cranes at the port. [Photo/Xinhua]", ["Xinhua"]),
    "a short agency in a credit": ("Cranes at the port. [Photo/AP]", ["AP"]),
    # no bodies
    "a generic body": ("The provincial government and the company agreed. The bank said so.", []),
    "a country that acts": ("China and Japan signed. Sichuan said it would pay.", []),
    "a fair, an initiative and an agreement": (
        "The Belt and Road Initiative, the Canton Fair and the Regional Comprehensive Economic Partnership helped.",
        [],
    ),
    "capitals that abbreviate no body": ("The GDP and the CPI rose, and AI and 5G helped SMEs.", []),
    "a port as a place": ("The ship left for Yantian Port on Friday.", []),
    "a zone that acts behind a clause": (
        "The China (Hunan) Pilot Free Trade Zone, which opened on May 5, 2020, has drawn 68 projects.",
        ["China (Hunan) Pilot Free Trade Zone"],
    ),
    "an official name in lower case behind its owner": ("Meixian's trade and fisheries bureau said so.", ["trade and fisheries bureau"]),
    "the government of a province": ("The Gujarat government and the government agreed.", ["Gujarat government"]),
    "an amount is no name": ("Kenya earned Sh104.3 billion from flowers, down from Sh110.8 billion.", []),
    "what one office is in charge of": (
        "The Wuxi Municipal Port and Logistics Office said so.",
        ["Wuxi Municipal Port and Logistics Office"],
    ),
    "a company in two trades": (
        "It is a unit of Orrin Valley Iron and Steel Co., Ltd., which grew.",
        ["Orrin Valley Iron and Steel Co., Ltd."],
    ),
    "a general directorate": ("The Directorate General of Trade Statistics said so.", ["Directorate General of Trade Statistics"]),
    "an acronym inside a name": (
        "He spoke at the Reed Farmers Party (RFP) Central Committee on Friday.",
        ["Reed Farmers Party (RFP) Central Committee"],
    ),
    "a chamber of two regions": (
        "She leads the Chamber of Trade for Zhejiang and Hunan.",
        ["Chamber of Trade for Zhejiang and Hunan"],
    ),
    "a name in small letters before its head": ("The ofi Institute expects growth.", ["ofi Institute"]),
    "a full stop that closes the sentence": (
        "It will build a plant with Orrin Foods Co. Kestrel Group will not.",
        ["Orrin Foods Co", "Kestrel Group"],
    ),
    "a prefix that a hyphen hangs on a name": ("The pro-Orrin Workers Union met.", ["Workers Union"]),
    "the government of a city": ("The Suining government paid for it.", ["Suining government"]),
    "a capital stands for its country": ("The Tehran government paid for it.", []),
    "a city's Party committee": ("The Suining Party committee met.", ["Suining Party committee"]),
    # sites
    "a station that tells": ("It rose by 3 percent, according to the Wuxi North Station.", ["Wuxi North Station"]),
    "a station with people": ("She is an official of Wuxi North Station.", ["Wuxi North Station"]),
    "a base that is run": ("He is general manager of Wuxi Highway Logistics Base.", ["Wuxi Highway Logistics Base"]),
    "an airport that grows": ("Wuxi Lake Airport in east China's Jiangsu is expanding its halls.", ["Wuxi Lake Airport"]),
    "a port named for its place": ("The Port of Vancouver said it would grow.", ["Port of Vancouver"]),
    "a port that loads where it is a place": ("Trains leave from Wuxi Land Port, which loaded 312 of them.", ["Wuxi Land Port"]),
    "a port that lies where it is a place": ("Trains leave from Wuxi Land Port, which opened in 2019.", []),
    "a bureau without a level": ("He works for the Suining agriculture and rural affairs bureau.", ["Suining agriculture and rural affairs bureau"]),
    "a company of a group and one of a country": (
        "The Wuxi Power Supply Company of State Grid met the Orrin Casualty Insurance Company of China.",
        ["Wuxi Power Supply Company", "State Grid", "Orrin Casualty Insurance Company of China"],
    ),
    "a station as a place": ("The train left for Wuxi North Station.", []),
    "a minister's portfolio": ("Large and Medium Industries Minister Ravi Nair spoke.", []),
    "an office in capitals": ("Li Wei, vice GM of the plant, spoke.", []),
    "a technique in capitals": ("It uses CPV technology and LTO batteries.", []),
    "a port that acts behind where it lies": (
        "Wuxi Land Port, in East China's Jiangsu province, handled 312 trains.",
        ["Wuxi Land Port"],
    ),
    "a port that acts": ("Yantian Port handled 13 million containers.", ["Yantian Port"]),
    "a person with a title": ("Wang Lei, deputy director, met President Adam Novak.", []),
    "a short name inside a compound": ("Orrin Mills Group grew. Mr Lee said Orrin-led sales rose.", ["Orrin Mills Group"]),
}


@pytest.mark.parametrize(("text", "spans"), CASES.values(), ids=CASES.keys())
def test_spans(passage: Callable[..., Passage], text: str, spans: list[str]) -> None:
    assert [text[name.start : name.end] for name in find_names(passage(text))] == spans


KNOWN_FAILURES = {
    "a place behind in": ("The group Civil Rights in Chile, which Orrin Foods Ltd funds, said so.", ["Civil Rights in Chile", "Orrin Foods Ltd"]),
    "places that a stroke joins": ("Anyang/Hebi Airport moved 3 tonnes.", ["Anyang/Hebi Airport"]),
    "a plant with its place behind": ("Orrin Group Plant Anyang employs 300 people.", ["Orrin Group Plant Anyang"]),
}


@pytest.mark.xfail(strict=True, reason="the name's own joint is taken for a border")
@pytest.mark.parametrize(("text", "spans"), KNOWN_FAILURES.values(), ids=KNOWN_FAILURES.keys())
def test_known_failures(passage: Callable[..., Passage], text: str, spans: list[str]) -> None:
    assert [text[name.start : name.end] for name in find_names(passage(text))] == spans
