"""Which currency a text speaks of: shared words, bare dollars, letters before a figure and cents behind it."""

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

import pytest

FactsOf = Callable[..., list[Any]]


def money(facts: Iterable[Any]) -> list[tuple[str, str | None]]:
    return [(fact.text, fact.currency) for fact in facts if fact.kind == "money"]


@pytest.mark.parametrize(
    ("text", "surface", "currency"),
    [
        # shillings
        ("Traders in Kampala pay 4,500 shillings for a kilo of sugar.", "4,500 shillings", "UGX"),
        ("Kampala's market collected Shs2.3 trillion.", "Shs2.3 trillion", "UGX"),
        ("Cement costs 16,000 shillings in Dodoma.", "16,000 shillings", "TZS"),
        ("Nairobi will spend Sh14 billion on roads.", "Sh14 billion", "KES"),
        ("Hotels in Mogadishu charge 20,000 shillings.", "20,000 shillings", "SOS"),
        ("Kampala's ferry fare is 5,000/= now.", "5,000/=", "UGX"),
        # rupees
        ("LAHORE: Sugar went up to Rs180 per kilogram.", "Rs180 per kilogram", "PKR"),
        ("The rupee lost 12 paisa in Karachi.", "12 paisa", "PKR"),
        ("Tea from Kandy fetched Rs. 1,250 at auction in Sri Lanka.", "Rs. 1,250", "LKR"),
        ("Kathmandu pays Rs 40 per litre of milk.", "Rs 40 per litre", "NPR"),
        ("Port Louis set the minimum wage at Rs 15,000.", "Rs 15,000", "MUR"),
        ("Surat's mills owe 300 million rupees.", "300 million rupees", "INR"),
        ("Mills owe farmers Rs 1,200.", "Rs 1,200", "INR"),
        # pesos
        ("The plant in Monterrey cost 900 million pesos.", "900 million pesos", "MXN"),
        ("Rosario's crushers paid 250,000 pesos.", "250,000 pesos", "ARS"),
        ("Codelco paid 80 billion pesos in Chile.", "80 billion pesos", "CLP"),
        ("A load of coffee brings 1.9 million pesos in Medellín.", "1.9 million pesos", "COP"),
        ("Montevideo set aside 700 million pesos.", "700 million pesos", "UYU"),
        ("Rice costs 45 pesos in Iloilo and Cebu.", "45 pesos", "PHP"),
        # dinars, riyals, dirhams, pounds
        ("A flat in Muharraq costs 150,000 dinars.", "150,000 dinars", "BHD"),
        ("Workers in Irbid earn 290 dinars.", "290 dinars", "JOD"),
        ("Basra's port cost 9 billion dinars.", "9 billion dinars", "IQD"),
        ("Milk costs 130 dinars in Novi Sad.", "130 dinars", "RSD"),
        ("Sfax exported olive oil for 900 million dinars.", "900 million dinars", "TND"),
        ("Wages in Jeddah rose to 4,000 riyals.", "4,000 riyals", "SAR"),
        ("The stadium in Lusail cost 500 million riyals.", "500 million riyals", "QAR"),
        ("Sohar Port invested 20 million rials.", "20 million rials", "OMR"),
        ("A kilo of meat costs 5 million rials in Isfahan.", "5 million rials", "IRR"),
        ("Water for Agadir costs 10 billion dirhams.", "10 billion dirhams", "MAD"),
        ("Sharjah sold flats for Dh2 billion.", "Dh2 billion", "AED"),
        ("Egypt bought wheat for 12,000 pounds a tonne.", "12,000 pounds a tonne", "EGP"),
        ("Bread costs 65,000 pounds a bag in Beirut.", "65,000 pounds a bag", "LBP"),
        # francs
        ("Onions sell at 350 francs a kilo in Dakar.", "350 francs a kilo", "XOF"),
        ("Planters near Douala got FCFA 4,800.", "FCFA 4,800", "XAF"),
        ("Cherry brings 480 francs in Musanze.", "480 francs", "RWF"),
        ("A bus ride in Bujumbura costs 1,500 francs.", "1,500 francs", "BIF"),
        ("Roche earned 12 billion francs.", "12 billion francs", "CHF"),
        # crowns and their neighbours
        ("Volvo earned 12 billion kronor.", "12 billion kronor", "SEK"),
        ("A flat costs 4 million kr in Gothenburg.", "4 million kr", "SEK"),
        ("Salmon from Bergen sold for 95 kroner.", "95 kroner", "NOK"),
        ("Maersk paid 3.5 billion kroner.", "3.5 billion kroner", "DKK"),
        ("Skoda will invest 10 billion crowns near Prague.", "10 billion crowns", "CZK"),
        ("The minimum wage in Cluj is 3,700 lei.", "3,700 lei", "RON"),
        ("Chisinau spent 900 million lei on gas.", "900 million lei", "MDL"),
        ("Pensions in Bishkek rose to 8,400 soms.", "8,400 soms", "KGS"),
        ("Samarkand sold cotton for 12 trillion soums.", "12 trillion soums", "UZS"),
        ("Baku spent 40 million manats.", "40 million manats", "AZN"),
        # letters
        ("A bag of garri sells for N38,000 in Ibadan, Nigeria.", "N38,000", "NGN"),
        ("Lagos and Abuja will share N2.2tn.", "N2.2tn", "NGN"),
        ("The naira fell, so fuel costs N897/litre.", "N897/litre", "NGN"),
        ("Manila and Cebu will share P5 billion.", "P5 billion", "PHP"),
        ("A goat costs P850 in Gaborone and Francistown.", "P850", "BWP"),
        ("Zambia's Zesco lost K3.5 billion.", "K3.5 billion", "ZMW"),
        ("Maize costs K65,000 a bag in Blantyre and Lilongwe.", "K65,000 a bag", "MWK"),
        ("Port Moresby and Lae will share K24 million.", "K24 million", "PGK"),
        ("Rice costs D2,000 in Banjul, the Gambia.", "D2,000", "GMD"),
        ("Durban fined drivers R500 in KwaZulu-Natal.", "R500", "ZAR"),
        ("Guatemala will spend Q117 billion, Banguat said.", "Q117 billion", "GTQ"),
        ("Honduras owes L2,500 million, Tegucigalpa said.", "L2,500 million", "HNL"),
        ("Muscat's deficit is RO 640mn.", "RO 640mn", "OMR"),
        ("Manama borrowed BD4.5m.", "BD4.5m", "BHD"),
        ("Kuwait signed a KD 12.5-million deal.", "KD 12.5-million", "KWD"),
        ("Luanda sells bread at Kz 200.", "Kz 200", "AOA"),
        ("Ericsson won an order for SEK 12bn.", "SEK 12bn", "SEK"),
        ("Moroccan ports will cost MAD 10 billion.", "MAD 10 billion", "MAD"),
    ],
)
def test_the_text_tells_which_currency(facts_of: FactsOf, text: str, surface: str, currency: str) -> None:
    assert money(facts_of(text)) == [(surface, currency)]


@pytest.mark.parametrize(
    "text",
    [
        "The fund holds 20 million francs.",
        "The bank lent 400 million pesos.",
        "The court fined him 30,000 shillings.",
        "The bank lent 6 million dinars.",
        "Kenya and Uganda will each pay 300 million shillings.",
    ],
)
def test_what_no_text_tells_stays_open(facts_of: FactsOf, text: str) -> None:
    (fact,) = facts_of(text)
    assert (fact.kind, fact.currency) == ("money", None)


@pytest.mark.parametrize(
    "text",
    [
        "A bus left the N2 road near the town.",
        "The Lagos team in Nigeria wore N95 masks.",
        "The K9 unit of Lusaka, Zambia, came at once.",
        "The old rifle was a P90, police in Manila and Cebu said.",
        "In South Africa the R512 road near Durban was closed.",
        "The probe N5000 went to the Moon.",
        "It reached 35c in Sydney and Melbourne, the hottest day in Australia.",
        "In Sydney, Australia, shoppers queued for the iPhone 5c.",
    ],
)
def test_what_is_no_money(facts_of: FactsOf, text: str) -> None:
    assert [(text, currency) for text, currency in money(facts_of(text)) if currency] == []


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        pytest.param("SYDNEY: Lambs made $210 at Dubbo and Wagga, New South Wales.", [("$210", "AUD")], id="a text at home in one country"),
        pytest.param("A tourist in Australia paid $500.", [("$500", "USD")], id="one mention is not home"),
        pytest.param(
            "Auckland sold milk for $8.40. Fonterra exports from New Zealand earned US$20 billion.",
            [("$8.40", "NZD"), ("US$20 billion", "USD")],
            id="who writes US$ means another by $",
        ),
        pytest.param(
            "SYDNEY: BHP of Australia earned A$20 billion, or $13 billion.",
            [("A$20 billion", "AUD"), ("$13 billion", "USD")],
            id="who writes A$ means another by $",
        ),
        pytest.param(
            "Cooks in Tijuana, Mexico, earn 9,000 pesos. Jalisco sold goods for US$4 billion and rents land at $7 a metre.",
            [("9,000 pesos", "MXN"), ("US$4 billion", "USD"), ("$7 a metre", "USD")],
            id="who writes pesos means another by $",
        ),
        pytest.param(
            "Cooks in Tijuana, Mexico, earn $9,000 pesos. Jalisco sold goods for US$4 billion and rents land at $7 a metre.",
            [("$9,000 pesos", "MXN"), ("US$4 billion", "USD"), ("$7 a metre", "MXN")],
            id="who writes $ before pesos does not",
        ),
        pytest.param(
            "SYDNEY, May 2 (Reuters) - Homes in Sydney, Melbourne and Brisbane cost $1.1 million.",
            [("$1.1 million", "USD")],
            id="an agency that writes for the world",
        ),
        pytest.param("WASHINGTON: The U.S. and Australia, Canberra said, will spend $3 billion.", [("$3 billion", "USD")], id="two countries"),
        pytest.param("SYDNEY: Wool fell 13 cents at Fremantle, Western Australia.", [("13 cents", "AUD")], id="cents of the dollar at home"),
        pytest.param("Durban drivers pay 52c a litre more in South Africa.", [("52c a litre", "ZAR")], id="cents of the rand"),
        pytest.param("SYDNEY: Wool rose 15-20c/kg at Fremantle, Western Australia.", [("15-20c/kg", "AUD")], id="a range of cents"),
        pytest.param("The Australian dollar bought US66.2c.", [("US66.2c", "USD")], id="cents with their country"),
        pytest.param(
            "SYDNEY: In US dollar terms wool fell 13 cents to 752c/kg at Fremantle, Australia.",
            [("13 cents", "USD"), ("752c/kg", "USD")],
            id="the terms of one sentence",
        ),
        pytest.param("ANKARA: A sack of Turkish rice costs TL 90.5.", [("TL 90.5", "TRY")], id="two letters that are a lira"),
        pytest.param("The naira closed at N1,546.41/$1.", [("N1,546.41/$1", "NGN")], id="the price of a dollar"),
        pytest.param("The mill is worth £2.5m-£3m.", [("£2.5m-£3m", "GBP")], id="a sign belongs to its own figure"),
    ],
)
def test_dollars_and_cents(facts_of: FactsOf, text: str, amounts: list[tuple[str, str]]) -> None:
    assert money(facts_of(text)) == amounts


def test_a_price_of_a_dollar_is_a_rate(facts_of: FactsOf) -> None:
    (fact,) = facts_of("The naira closed at N1,546.41/$1.")
    assert (fact.value, fact.per) == (Decimal("1546.41"), "US dollar")


def test_cents_are_hundredths(facts_of: FactsOf) -> None:
    (fact,) = facts_of("SYDNEY: Lambs rose to 672c/kg at Dubbo, New South Wales.")
    assert (fact.value, fact.per) == (Decimal("6.72"), "kilogram")
