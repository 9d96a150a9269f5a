"""Spanish."""

from __future__ import annotations

from corpora.languages.model import LanguageFacts, words

UNITS = (
    "", "primero", "segundo", "tercero", "cuarto", "quinto", "sexto", "séptimo", "octavo", "noveno",
)  # fmt: skip
TENS = (
    "", "décimo", "vigésimo", "trigésimo", "cuadragésimo", "quincuagésimo", "sexagésimo", "septuagésimo",
    "octogésimo", "nonagésimo",
)  # fmt: skip
APOCOPE = {1: "primer", 3: "tercer"}  # before a masculine noun: "primer período"
SPECIAL = {11: ("undécimo", "decimoprimero"), 12: ("duodécimo", "decimosegundo")}


def ordinal(number: int) -> str:
    """A number from 1 to 199 as it stands before "período de sesiones": 61 is "sexagésimo primer"."""
    return ordinal_forms(number)[0]


def ordinal_forms(number: int) -> tuple[str, ...]:
    """Every spelling of the ordinal, the usual one first: shortened, full, feminine, written in one word."""
    hundreds, rest = divmod(number, 100)
    head = "centésimo" if hundreds else ""
    ten, unit = divmod(rest, 10)
    tails = [APOCOPE[unit]] if unit in APOCOPE else []
    if unit:
        tails.append(UNITS[unit])
    words: list[str] = list(SPECIAL.get(rest, ()))
    for tail in tails or [""]:
        words.append(f"{TENS[ten]} {tail}".strip())
        if ten and tail:
            words.append(f"{TENS[ten].replace('é', 'e').replace('dé', 'de')}{tail}")
    if 13 <= rest <= 19:  # decimotercero … decimonoveno are the usual forms
        words.sort(key=lambda w: " " in w)
    masculine = [f"{head} {w}".strip() for w in words if w or head]
    feminine = [" ".join(p[:-1] + "a" if p.endswith("o") else p for p in w.split()) for w in masculine]
    return tuple(dict.fromkeys((*masculine, *feminine)))


FACTS = LanguageFacts(
    code="es",
    name="español",
    english_name="Spanish",
    iso639_3="spa",
    direction="ltr",
    publisher="Naciones Unidas",
    openings={
        "La Asamblea General": "GA",
        "El Consejo de Seguridad": "SC",
        "El Consejo de Derechos Humanos": "HRC",
        "El Consejo Económico y Social": "ECOSOC",
        "La Comisión de Derechos Humanos": "other",
        "El Consejo de Administración Fiduciaria": "other",
    },
    preambular=words(
        "aguardando comprendiendo comprometiéndose conmemorando decepcionada honrando "
        "promoviendo satisfecha siguiendo "
        "abrigando aceptando acogiendo actuando advirtiendo afirmando agradeciendo alarmada alarmado alentada "
        "alentando animada anhelando apoyando apreciando aprobando aspirando atendiendo celebrando compartiendo "
        "condenando confiando confirmando conocedora consciente considerando consternada convencida convencido "
        "creyendo dando decidida decidido declarando deplorando desalentada deseando deseosa deseoso destacando "
        "determinada elogiando encomiando enterada esperando estimando examinando exhortando expresando "
        "felicitando guiada guiado guiándose gravemente habiendo haciendo haciéndose horrorizada indignada "
        "inspirada inspirándose instando insistiendo interesada invitando lamentando manifestando "
        "manteniendo movida notando observando pidiendo poniendo preocupada preocupado profundamente reafirmando "
        "recalcando rechazando recibiendo recomendando reconociendo recordando reiterando remitiéndose "
        "renovando resaltando resuelta resuelto reconocida rindiendo señalando solidarizándose subrayando "
        "sumamente tomando teniendo valorando viendo visto vivamente"
    ),
    operative=words(
        "consigna reconfirma sigue "
        "acepta acoge acuerda acusa adopta advierte afirma agradece aguarda alienta anima apela aplaude apoya "
        "aprecia aprueba asegura autoriza celebra comparte comprende concluye condena confía confirma considera "
        "conviene decide declara deplora designa desea destaca determina elige elogia encarece encarga encomia "
        "espera establece estima exhorta exige expresa felicita formula hace halla indica insta insiste invita "
        "lamenta llama manifiesta mantiene nombra nota observa ofrece pide pone proclama promete prorroga "
        "ratifica reafirma recalca rechaza recomienda reconoce recuerda reitera remite renueva repite repudia "
        "requiere resalta respalda respeta resuelve rinde ruega saluda se señala solicita subraya sugiere "
        "suscribe tiene toma transmite urge valora ve vuelve"
    ),
    adverbs=words("seriamente también además profundamente firmemente nuevamente enérgicamente"),
    months=tuple(
        words(names)
        for names in (
            "enero",
            "febrero",
            "marzo",
            "abril",
            "mayo",
            "junio",
            "julio",
            "agosto",
            "septiembre setiembre",
            "octubre",
            "noviembre",
            "diciembre",
        )
    ),
    masthead={
        "session": ("período de sesiones", "periodo de sesiones"),
        "agenda": ("del programa", "del programa provisional"),
        "adopted": ("aprobada por", "aprobado por", "aprobada en", "adoptada por"),
        "report": ("sobre la base del informe", "sin remisión previa a una comisión principal"),
        "published": ("distr.", "distribución"),
    },
    resolution=("resolución", "resoluciones"),
    decision=("decisión", "decisiones"),
    draft=("proyecto de resolución", "proyecto de decisión"),
    annex=("anexo", "apéndice"),
    meeting=("sesión plenaria", "sesión"),
    digits="0123456789",
    quotes=("“", "”"),
    comma=",",
    semicolon=";",
    full_stop=".",
    colon=":",
    ordinal=ordinal,
    ordinal_forms=ordinal_forms,
)
