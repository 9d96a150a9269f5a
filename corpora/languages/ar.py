"""Arabic."""

from __future__ import annotations

from corpora.languages.model import LanguageFacts, words

# Feminine ordinals, as they agree with "الدورة"; the first one changes when it joins a ten.
UNITS = (
    "", "الأولى", "الثانية", "الثالثة", "الرابعة", "الخامسة", "السادسة", "السابعة", "الثامنة", "التاسعة",
    "العاشرة",
)  # fmt: skip
MASCULINE = (
    "", "الأول", "الثاني", "الثالث", "الرابع", "الخامس", "السادس", "السابع", "الثامن", "التاسع", "العاشر",
)  # fmt: skip
TENS = ("", "", "العشر", "الثلاث", "الأربع", "الخمس", "الست", "السبع", "الثمان", "التسع")


def _words(number: int, units: tuple[str, ...], first: str, teen: str, case: str) -> str:
    if number > 100:
        return f"{_words(number - 100, units, first, teen, case)} بعد المائة"
    if number == 100:
        return "المائة"
    ten, unit = divmod(number, 10)
    name = first if unit == 1 and ten else units[unit]
    if number <= 10:
        return units[number]
    if ten == 1:
        return f"{name} {teen}"
    decade = TENS[ten] + case
    return f"{name} و{decade}" if unit else decade


def ordinal(number: int) -> str:
    """A number from 1 to 199 as an ordinal in words, feminine nominative: 61 is "الحادية والستون"."""
    return _words(number, UNITS, "الحادية", "عشرة", "ون")


def ordinal_forms(number: int) -> tuple[str, ...]:
    """Every case and gender of the ordinal, the feminine nominative ("الدورة …") first."""
    return tuple(
        dict.fromkeys(
            _words(number, units, first, teen, case)
            for units, first, teen in ((UNITS, "الحادية", "عشرة"), (MASCULINE, "الحادي", "عشر"))
            for case in ("ون", "ين")
        )
    )


FACTS = LanguageFacts(
    code="ar",
    name="العربية",
    english_name="Arabic",
    iso639_3="ara",
    direction="rtl",
    publisher="الأمم المتحدة",
    openings={
        "إن الجمعية العامة": "GA",
        "إن مجلس الأمن": "SC",
        "إن مجلس حقوق الإنسان": "HRC",
        "إن المجلس الاقتصادي والاجتماعي": "ECOSOC",
        "إن لجنة حقوق الإنسان": "other",
        "إن مجلس الوصاية": "other",
    },
    preambular=words(
        "وتقديرا واذ "
        "وإذ إذ وقد قد واقتناعا اقتناعا وتصميما تصميما ورغبة رغبة وإدراكا إدراكا وإيمانا إيمانا وحرصا "
        "حرصا وعزما وإعرابا وتأكيدا واعترافا ووعيا واسترشادا واعتقادا وبعد وسعيا وتسليما وإقرارا وثقة"
    ),
    operative=words(
        "تطالب تواصل توجه تزكي تسلط تظل تتوقع تدعم "
        "تطلب تؤكد تشجع تهيب تشدد تدعو ترحب تحيط تكرر تقرر تشير تحث تعيد تلاحظ تسلم تقر تعرب تؤيد تدين "
        "توصي ترى توافق تذكر تثني تعترف تتطلع تحترم تناشد تنوه تدرك تعترض ترفض تجدد تأخذ تشجب تبرز تعتمد "
        "تأذن تعلن تأسف تعتبر تشكر تقدر تشيد تنشئ تمدد تعين تنتخب تستنكر تحذر تنظر تضع تعتزم تلتزم تتعهد "
        "تصادق تخول تكلف تستعرض تهنئ تعلم تبدي تعتقد تستذكر توعز "
        "يطلب يؤكد يشجع يهيب يشدد يدعو يرحب يحيط يكرر يقرر يشير يحث يعيد يلاحظ يسلم يقر يعرب يؤيد يدين "
        "يوصي يرى يوافق يذكر يثني يعترف يتطلع يحترم يناشد ينوه يدرك يعترض يرفض يجدد يأخذ يشجب يبرز يعتمد "
        "يأذن يعلن يأسف يعتبر يشكر يقدر يشيد ينشئ يمدد يعين ينتخب يستنكر يحذر ينظر يضع يعتزم يلتزم يتعهد "
        "يصادق يخول يكلف يستعرض يهنئ يبدي يعتقد"
    ),
    adverbs=words("أيضا كذلك بقوة بشدة"),
    # Levantine name as the UN prints it first, then the name used in Egypt and the Gulf, then the Maghreb's.
    months=(
        ("كانون الثاني/يناير", "كانون الثاني", "يناير", "جانفي"),
        ("شباط/فبراير", "شباط", "فبراير", "فيفري"),
        ("آذار/مارس", "آذار", "مارس"),
        ("نيسان/أبريل", "نيسان", "أبريل", "إبريل", "أفريل"),
        ("أيار/مايو", "أيار", "مايو", "ماي"),
        ("حزيران/يونيه", "حزيران/يونيو", "حزيران", "يونيه", "يونيو", "جوان"),
        ("تموز/يوليه", "تموز/يوليو", "تموز", "يوليه", "يوليو", "جويلية", "يوليوز"),
        ("آب/أغسطس", "آب", "أغسطس", "أوت", "غشت"),
        ("أيلول/سبتمبر", "أيلول", "سبتمبر", "شتنبر"),
        ("تشرين الأول/أكتوبر", "تشرين الأول", "أكتوبر"),
        ("تشرين الثاني/نوفمبر", "تشرين الثاني", "نوفمبر", "نونبر"),
        ("كانون الأول/ديسمبر", "كانون الأول", "ديسمبر", "دجنبر"),
    ),
    masthead={
        "session": ("الدورة",),
        "agenda": ("جدول الأعمال",),
        "adopted": ("اتخذته", "اتخذه", "اعتمدته", "اعتمده", "المتخذ", "المعتمد"),
        "report": ("بناء على تقرير", "دون الإحالة إلى لجنة رئيسية", "بناء على توصية"),
        "published": ("distr.", "توزيع"),
    },
    resolution=("قرار", "القرار", "قرارات", "القرارات", "قرارها", "قراره", "قراري"),
    decision=("مقرر", "المقرر", "مقررات", "مقررها", "مقرره"),
    draft=("مشروع قرار", "مشروع مقرر"),
    annex=("مرفق", "المرفق", "تذييل", "التذييل"),
    meeting=("الجلسة العامة", "الجلسة"),
    digits="٠١٢٣٤٥٦٧٨٩",
    quotes=("”", "“"),
    comma="،",
    semicolon="؛",
    full_stop=".",
    colon=":",
    ordinal=ordinal,
    ordinal_forms=ordinal_forms,
)
