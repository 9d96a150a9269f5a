"""French."""

from __future__ import annotations

from corpora.languages.model import LanguageFacts, words

UNITS = (
    "", "unième", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième", "huitième",
    "neuvième", "dixième", "onzième", "douzième", "treizième", "quatorzième", "quinzième", "seizième",
    "dix-septième", "dix-huitième", "dix-neuvième",
)  # fmt: skip
# Stem before a unit, ordinal of the round number.
TENS = {
    20: ("vingt", "vingtième"),
    30: ("trente", "trentième"),
    40: ("quarante", "quarantième"),
    50: ("cinquante", "cinquantième"),
    60: ("soixante", "soixantième"),
    80: ("quatre-vingt", "quatre-vingtième"),
    100: ("cent", "centième"),
}


def ordinal(number: int) -> str:
    """A number from 1 to 199 as an ordinal in words, feminine: 61 is "soixante et unième"."""
    if number == 1:
        return "première"
    if number < len(UNITS):
        return UNITS[number]
    base = max(t for t in TENS if t <= number)
    stem, round_form = TENS[base]
    rest = number - base
    if not rest:
        return round_form
    if base == 100:
        return f"cent {UNITS[1] if rest == 1 else ordinal(rest)}"
    if rest in (1, 11) and base != 80:
        return f"{stem} et {UNITS[rest]}"
    return f"{stem}-{UNITS[rest]}"


def ordinal_forms(number: int) -> tuple[str, ...]:
    """Every spelling of the ordinal, the usual one first: also masculine, and with hyphens throughout."""
    word = ordinal(number)
    forms = [word, word.replace(" ", "-")]
    if number == 1:
        forms.append("premier")
    if number == 2:
        forms += ["seconde", "second"]
    return tuple(dict.fromkeys(forms))


FACTS = LanguageFacts(
    code="fr",
    name="français",
    english_name="French",
    iso639_3="fra",
    direction="ltr",
    publisher="Nations Unies",
    openings={
        "L'Assemblée générale": "GA",
        "Le Conseil de sécurité": "SC",
        "Le Conseil des droits de l'homme": "HRC",
        "Le Conseil des droits humains": "HRC",
        "Le Conseil économique et social": "ECOSOC",
        "La Commission des droits de l'homme": "other",
        "Le Conseil de tutelle": "other",
    },
    preambular=words(
        "appelant célébrant commémorant comptant connaissant convenant demeurant dénonçant "
        "étant exhortant favorisant honorant lançant redisant "
        "accueillant affirmant alarmée alarmé animée animé appréciant approuvant appréhendant appuyant "
        "attachant attendant attristée avertie ayant cherchant comprenant condamnant confiante confirmant "
        "consciente conscient considérant constatant convaincue convaincu craignant croyant demandant "
        "déplorant désireuse désireux désirant déterminée déterminé déclarant encourageant encouragée engageant "
        "espérant estimant exprimant faisant félicitant fermement gardant guidée guidé indignée inquiète inquiet "
        "insistant invitant jugeant louant mesurant mettant notant observant partageant persuadée persuadé "
        "portant préconisant prenant préoccupée préoccupé prônant proclamant profondément rappelant "
        "réaffirmant recommandant reconnaissant regrettant réitérant rejetant relevant remerciant rendant "
        "renouvelant répétant résolue résolu respectant s'appuyant s'associant s'élevant s'engageant "
        "s'inquiétant s'inspirant sachant saluant se soucieuse soucieux soulignant souhaitant soutenant "
        "tenant troublée vivement voulant vu"
    ),
    operative=words(
        "consciente continue demeure indique ouvre soumet "
        "a accepte accueille adhère adopte adresse affirme appelle appelle apprécie approuve appuie assure "
        "attend autorise célèbre charge compte conclut condamne confie confirme conseille considère constate "
        "convient crée décide déclare demande dénonce déplore désigne dit donne élit émet encourage engage "
        "enjoint entérine entend espère est estime exhorte exige exprime fait félicite fixe forme insiste "
        "institue invite juge lance loue maintient mandate met mesure nomme note nourrit observe part partage "
        "prend prescrit préconise prie proclame prône prononce proroge rappelle ratifie réaffirme recommande "
        "reconduit reconnaît reconnait redit réitère regrette rejette relève remercie rend renouvelle répète "
        "respecte réprouve s'associe s'élève s'engage s'inquiète s'oppose s'attend sait salue se sollicite souhaite "
        "souligne souscrit soutient suggère supprime tient transmet trouve"
    ),
    adverbs=words(
        "gravement particulièrement également aussi vivement profondément instamment de nouveau en outre"
    ),
    months=tuple(
        words(names)
        for names in (
            "janvier janv",
            "février fevrier févr",
            "mars",
            "avril avr",
            "mai",
            "juin",
            "juillet juil",
            "août aout",
            "septembre sept",
            "octobre oct",
            "novembre nov",
            "décembre decembre déc",
        )
    ),
    masthead={
        "session": ("session",),
        "agenda": ("ordre du jour",),
        "adopted": ("adoptée par", "adopté par", "adoptée à", "adoptées par"),
        "report": ("sur la base du rapport", "sans renvoi à une grande commission", "sur le rapport de"),
        "published": ("distr.", "distribution"),
    },
    resolution=("résolution", "résolutions"),
    decision=("décision", "décisions"),
    draft=("projet de résolution", "projet de décision"),
    annex=("annexe", "appendice"),
    meeting=("séance plénière", "séance"),
    digits="0123456789",
    quotes=("«", "»"),
    comma=",",
    semicolon=";",
    full_stop=".",
    colon=":",
    ordinal=ordinal,
    ordinal_forms=ordinal_forms,
)
