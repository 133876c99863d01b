"""People to turn to outside, and what the program says about itself and its limits.

Data only: no input or output, nothing looked up. A wrong number does harm, so a line stands here
only where public sources agree on it; whoever checks them again moves ``AS_OF``. No number is to
be shown without its country: elsewhere the same one can be another service (142 is victim support
in Switzerland and a listening line in Austria).
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HelpLine:
    """Help to turn to: ``reach`` is what to dial or open, ``for_whom`` says for what, and when."""

    country: str
    name: str
    reach: str
    for_whom: str
    url: str = ""


#: The month of the newest public pages that the list was compared with.
AS_OF = "2026-10"

AS_OF_NOTE = (
    "Compared with public pages and lists up to October 2026, for a few countries only up to 2025; "
    "nobody rang the numbers to try them. Numbers and hours change. If one does not answer: call "
    "the local emergency number when there is danger, look at findahelpline.com, or ask a doctor."
)

SAFETY_NOTE = (
    "This is for two people who are safe with each other. If you are afraid of what happens after "
    "a talk, or are watched, threatened or forced, no wording fixes that: the about page lists "
    "people outside who can help."
)

ABOUT: tuple[str, ...] = (
    "This is a place to practise hard conversations before you have them. You play one side of a "
    "small scene, choose what to say, and see how it lands and why. Misses are part of it: nearly "
    "every one can be mended in the next few lines.",
    "It is not therapy, not a crisis service, and not a promise of a better relationship. The "
    "people in the scenes are made up. What the two of you need may differ, and you know more "
    "about that than any program.",
    "It is not for you now if there is fear or control between you: if you are afraid of what "
    "happens after a talk, or if someone watches you, threatens you, forces you, or keeps you from "
    "money or from people.",
    "That is not a skills problem. It is not your fault, and no wording fixes it. Please don't "
    "practise being softer there. The talk to have is with someone outside: a person you trust, a "
    "doctor, or one of the numbers listed here. You can call even if you are not sure.",
    "If you are the one who frightens or controls, or you are worried that you might be, there is "
    "help for that too. Those who answer the numbers can often say where.",
    "Everyone sees this same page, whatever they play and however they score. Nothing you choose "
    "brings it up or hides it.",
    "Nothing leaves this machine: no sign-up, no sending, no one looking on from afar. But what is "
    "kept lies with this user account, and others who use the same account may be able to see it.",
    "You can leave this page quickly with one key. That does not erase what is kept. If someone "
    "looks through your computer or phone, use another one where you can: calls may show in the "
    "phone's list or on the bill.",
    "A score describes a line, not a person. It says how well the words fitted that moment. It "
    "does not measure you, the other, or your relationship.",
)

_ABUSE = "abuse by a partner or at home"
_CRISIS = "crisis or thoughts of suicide"

#: "Anywhere" first, then by country; within a country, lines about abuse come before the others.
HELP_LINES: tuple[HelpLine, ...] = (
    HelpLine(
        "Anywhere",
        "The local emergency number",
        "112, 911, 999, 000, 111 … (what your country uses)",
        "danger now; 112 reaches help in Europe, India and from many mobiles elsewhere",
    ),
    HelpLine(
        "Anywhere",
        "Find A Helpline",
        "findahelpline.com",
        "any country and topic: abuse, crisis, someone to talk to",
        "https://findahelpline.com/",
    ),
    HelpLine(
        "Australia",
        "1800RESPECT",
        "1800 737 732 (text 0458 737 732)",
        f"{_ABUSE}, sexual violence; any time",
        "https://www.1800respect.org.au/",
    ),
    HelpLine(
        "Australia",
        "Lifeline",
        "13 11 14 (text 0477 13 11 14)",
        f"{_CRISIS}; any time",
        "https://www.lifeline.org.au/",
    ),
    HelpLine(
        "Austria",
        "Frauenhelpline gegen Gewalt",
        "0800 222 555",
        f"{_ABUSE}, for women and those close to them; any time",
        "https://www.frauenhelpline.at/",
    ),
    HelpLine(
        "Austria",
        "Männerinfo",
        "0800 400 777",
        "men in a crisis, or afraid of doing harm; any time",
        "https://www.maennerinfo.at/",
    ),
    HelpLine(
        "Austria",
        "TelefonSeelsorge",
        "142",
        f"{_CRISIS}; any time",
        "https://www.telefonseelsorge.at/",
    ),
    HelpLine(
        "Belgium",
        "1712",
        "1712",
        f"{_ABUSE}, in Dutch; weekdays",
        "https://www.1712.be/",
    ),
    HelpLine(
        "Belgium",
        "Écoute violences conjugales",
        "0800 30 030",
        f"{_ABUSE}, in French",
        "https://www.ecouteviolencesconjugales.be/",
    ),
    HelpLine(
        "Belgium",
        "Zelfmoordlijn",
        "1813",
        f"{_CRISIS}, in Dutch; any time",
        "https://www.zelfmoord1813.be/",
    ),
    HelpLine(
        "Belgium",
        "Centre de prévention du suicide",
        "0800 32 123",
        f"{_CRISIS}, in French; any time",
        "https://www.preventionsuicide.be/",
    ),
    HelpLine(
        "Brazil",
        "Ligue 180",
        "180",
        f"{_ABUSE}, for women; any time",
        "https://www.gov.br/mulheres/pt-br/ligue180",
    ),
    HelpLine(
        "Brazil",
        "CVV",
        "188",
        f"{_CRISIS}; any time",
        "https://cvv.org.br/",
    ),
    HelpLine(
        "Canada",
        "ShelterSafe",
        "sheltersafe.ca",
        f"{_ABUSE}: finds the nearest shelter's line (there is no national one)",
        "https://sheltersafe.ca/",
    ),
    HelpLine(
        "Canada",
        "9-8-8 Suicide Crisis Helpline",
        "988 (call or text)",
        f"{_CRISIS}; any time",
        "https://988.ca/",
    ),
    HelpLine(
        "Chile",
        "Fono Orientación 1455",
        "1455",
        f"{_ABUSE}, for women; weekdays, 8 to 24",
        "https://minmujeryeg.gob.cl/",
    ),
    HelpLine(
        "Chile",
        "No estás solo, no estás sola",
        "*4141 (from a mobile)",
        f"{_CRISIS}; any time",
    ),
    HelpLine(
        "Czechia",
        "Linka pomoci obětem",
        "116 006",
        f"{_ABUSE}, and other crimes; any time",
        "https://www.116006.cz/",
    ),
    HelpLine(
        "Czechia",
        "Linka první psychické pomoci",
        "116 123",
        f"{_CRISIS}; any time",
    ),
    HelpLine(
        "Denmark",
        "Lev Uden Vold",
        "1888",
        f"{_ABUSE}; any time",
        "https://levudenvold.dk/",
    ),
    HelpLine(
        "Denmark",
        "Livslinien",
        "70 201 201",
        f"{_CRISIS}; daily, not from 5 to 9 in the morning",
        "https://www.livslinien.dk/",
    ),
    HelpLine(
        "Finland",
        "Nollalinja",
        "080 005 005 or 116 016",
        f"{_ABUSE}; any time",
        "https://nollalinja.fi/en",
    ),
    HelpLine(
        "Finland",
        "MIELI Kriisipuhelin",
        "09 2525 0111",
        f"{_CRISIS}; any time",
        "https://mieli.fi/",
    ),
    HelpLine(
        "France",
        "3919 Violences Femmes Info",
        "3919",
        f"{_ABUSE}, for women and those close to them; any time",
        "https://solidaritefemmes.org/appeler-le-3919/",
    ),
    HelpLine(
        "France",
        "3114",
        "3114",
        f"{_CRISIS}; any time",
        "https://3114.fr/",
    ),
    HelpLine(
        "Germany",
        "Hilfetelefon Gewalt gegen Frauen",
        "116 016",
        f"{_ABUSE}, for women and those close to them; any time",
        "https://www.hilfetelefon.de/",
    ),
    HelpLine(
        "Germany",
        "Hilfetelefon Gewalt an Männern",
        "0800 1239900",
        f"{_ABUSE}, for men; weekdays",
        "https://www.maennerhilfetelefon.de/",
    ),
    HelpLine(
        "Germany",
        "TelefonSeelsorge",
        "0800 111 0 111, 0800 111 0 222 or 116 123",
        f"{_CRISIS}; any time",
        "https://www.telefonseelsorge.de/",
    ),
    HelpLine(
        "Greece",
        "SOS 15900",
        "15900",
        f"{_ABUSE}, for women; any time",
    ),
    HelpLine(
        "Greece",
        "1018 (Klimaka)",
        "1018",
        f"{_CRISIS}; any time",
    ),
    HelpLine(
        "India",
        "Women Helpline",
        "181 (emergency: 112)",
        f"{_ABUSE}, for women; any time",
        "https://wcd.gov.in/",
    ),
    HelpLine(
        "India",
        "Tele MANAS",
        "14416",
        f"{_CRISIS}, in about 20 languages; any time",
        "https://telemanas.mohfw.gov.in/",
    ),
    HelpLine(
        "Ireland",
        "Women's Aid",
        "1800 341 900",
        f"{_ABUSE}, for women; any time",
        "https://www.womensaid.ie/",
    ),
    HelpLine(
        "Ireland",
        "Men's Aid",
        "01 554 3811",
        f"{_ABUSE}, for men; weekdays",
        "https://www.mensaid.ie/",
    ),
    HelpLine(
        "Ireland",
        "Samaritans",
        "116 123",
        f"{_CRISIS}; any time",
        "https://www.samaritans.org/",
    ),
    HelpLine(
        "Italy",
        "1522",
        "1522",
        f"{_ABUSE}, stalking; any time",
        "https://www.1522.eu/",
    ),
    HelpLine(
        "Italy",
        "Telefono Amico Italia",
        "02 2327 2327",
        f"{_CRISIS}; every day",
        "https://www.telefonoamico.it/",
    ),
    HelpLine(
        "Japan",
        "DV Hotline Plus (DV Sodan Plus)",
        "0120-279-889",
        f"{_ABUSE}; any time",
        "https://soudanplus.jp/",
    ),
    HelpLine(
        "Japan",
        "Yorisoi Hotline",
        "0120-279-338",
        f"{_CRISIS}; any time in Japanese, 2 for other languages",
        "https://www.since2011.net/yorisoi/",
    ),
    HelpLine(
        "Kenya",
        "National GBV Helpline",
        "1195",
        f"{_ABUSE}; any time",
    ),
    HelpLine(
        "Mexico",
        "Línea de las Mujeres",
        "079, then 1",
        f"{_ABUSE}, for women; any time",
        "https://www.gob.mx/mujeres",
    ),
    HelpLine(
        "Mexico",
        "Línea de la Vida",
        "800 911 2000",
        f"{_CRISIS}; any time",
        "https://www.gob.mx/lineadelavida",
    ),
    HelpLine(
        "Netherlands",
        "Veilig Thuis",
        "0800 2000",
        f"{_ABUSE}; any time",
        "https://veiligthuis.nl/",
    ),
    HelpLine(
        "Netherlands",
        "113 Zelfmoordpreventie",
        "113 or 0800 0113",
        f"{_CRISIS}; any time",
        "https://www.113.nl/",
    ),
    HelpLine(
        "New Zealand",
        "Are You OK",
        "0800 456 450",
        f"{_ABUSE}; any time",
        "https://areyouok.org.nz/",
    ),
    HelpLine(
        "New Zealand",
        "Women's Refuge",
        "0800 733 843",
        f"{_ABUSE}, for women and children; any time",
        "https://womensrefuge.org.nz/",
    ),
    HelpLine(
        "New Zealand",
        "1737 Need to talk?",
        "1737 (call or text)",
        f"{_CRISIS}; any time",
        "https://1737.org.nz/",
    ),
    HelpLine(
        "Norway",
        "VO-linjen",
        "116 006",
        f"{_ABUSE}; any time",
        "https://www.volinjen.no/",
    ),
    HelpLine(
        "Norway",
        "Mental Helse Hjelpetelefonen",
        "116 123",
        f"{_CRISIS}; any time",
        "https://mentalhelse.no/",
    ),
    HelpLine(
        "Poland",
        "Niebieska Linia",
        "800 120 002",
        f"{_ABUSE}; any time",
        "https://www.niebieskalinia.info/",
    ),
    HelpLine(
        "Poland",
        "Centrum Wsparcia",
        "800 70 2222 (or 116 123)",
        f"{_CRISIS}; any time",
        "https://centrumwsparcia.pl/",
    ),
    HelpLine(
        "Portugal",
        "Domestic violence line (CIG)",
        "800 202 148 (text 3060)",
        f"{_ABUSE}; any time",
        "https://www.cig.gov.pt/",
    ),
    HelpLine(
        "Portugal",
        "Linha Nacional de Prevenção do Suicídio",
        "1411",
        f"{_CRISIS}; any time",
        "https://www.sns24.gov.pt/",
    ),
    HelpLine(
        "Singapore",
        "National Anti-Violence and Sexual Harassment Helpline",
        "1800 777 0000",
        f"{_ABUSE}; any time (takes reports: police may be told)",
        "https://www.msf.gov.sg/",
    ),
    HelpLine(
        "Singapore",
        "Samaritans of Singapore",
        "1767",
        f"{_CRISIS}; any time",
        "https://www.sos.org.sg/",
    ),
    HelpLine(
        "South Africa",
        "GBV Command Centre",
        "0800 428 428",
        f"{_ABUSE}; any time",
        "https://gbv.org.za/",
    ),
    HelpLine(
        "South Africa",
        "SADAG Suicide Crisis Helpline",
        "0800 567 567",
        f"{_CRISIS}; any time",
        "https://www.sadag.org/",
    ),
    HelpLine(
        "South Korea",
        "Women's Emergency Hotline",
        "1366",
        f"{_ABUSE}, for women; any time",
    ),
    HelpLine(
        "South Korea",
        "Suicide Prevention Hotline",
        "109",
        f"{_CRISIS}; any time",
    ),
    HelpLine(
        "Spain",
        "016",
        "016 (WhatsApp 600 000 016)",
        f"{_ABUSE}, for women and those close to them; any time",
        "https://violenciagenero.igualdad.gob.es/",
    ),
    HelpLine(
        "Spain",
        "Línea 024",
        "024",
        f"{_CRISIS}; any time",
        "https://www.sanidad.gob.es/linea024/home.htm",
    ),
    HelpLine(
        "Sweden",
        "Kvinnofridslinjen",
        "116 016",
        f"{_ABUSE}; any time",
        "https://kvinnofridslinjen.se/",
    ),
    HelpLine(
        "Sweden",
        "Mind Självmordslinjen",
        "90101",
        f"{_CRISIS}; any time",
        "https://mind.se/",
    ),
    HelpLine(
        "Switzerland",
        "Opferhilfe / Aide aux victimes",
        "142",
        f"{_ABUSE}, and other crimes; any time",
        "https://www.opferhilfe-schweiz.ch/",
    ),
    HelpLine(
        "Switzerland",
        "Die Dargebotene Hand / La Main Tendue",
        "143",
        f"{_CRISIS}; any time",
        "https://www.143.ch/",
    ),
    HelpLine(
        "United Kingdom",
        "National Domestic Abuse Helpline (England)",
        "0808 2000 247",
        f"{_ABUSE}, for women; any time",
        "https://www.nationaldahelpline.org.uk/",
    ),
    HelpLine(
        "United Kingdom",
        "Live Fear Free (Wales)",
        "0808 80 10 800",
        f"{_ABUSE}; any time",
        "https://www.gov.wales/live-fear-free",
    ),
    HelpLine(
        "United Kingdom",
        "Domestic Abuse Helpline (Scotland)",
        "0800 027 1234",
        f"{_ABUSE}, forced marriage; any time",
        "https://www.sdafmh.org.uk/",
    ),
    HelpLine(
        "United Kingdom",
        "Domestic and Sexual Abuse Helpline (Northern Ireland)",
        "0808 802 1414",
        f"{_ABUSE}; any time",
        "https://dsahelpline.org/",
    ),
    HelpLine(
        "United Kingdom",
        "Men's Advice Line",
        "0808 801 0327",
        f"{_ABUSE}, for men; weekdays",
        "https://mensadviceline.org.uk/",
    ),
    HelpLine(
        "United Kingdom",
        "Samaritans",
        "116 123",
        f"{_CRISIS}; any time",
        "https://www.samaritans.org/",
    ),
    HelpLine(
        "United States",
        "National Domestic Violence Hotline",
        "1-800-799-7233 (text START to 88788)",
        f"{_ABUSE}; any time",
        "https://www.thehotline.org/",
    ),
    HelpLine(
        "United States",
        "988 Suicide & Crisis Lifeline",
        "988 (call or text)",
        f"{_CRISIS}; any time",
        "https://988lifeline.org/",
    ),
)
