"""Small resolutions of our own in the six languages, with everything a reader must cope with."""

from __future__ import annotations

ENGLISH = """United Nations

A/RES/70/999

General Assembly

Distr.: General
3 March 2016

Seventieth session
Agenda item 12 (b)

Resolution adopted by the General Assembly on 17 December 2015

[on the report of the Third Committee (A/70/480/Add.1)]

70/999. Care of mountain paths

The General Assembly,

Recalling its resolution 69/998 of 18 December 2014¹ and the annex thereto,

Noting with concern that 12 paths are closed,²

¹ Resolution 69/998, annex.

² See A/70/77, para. 4.

1. *Requests* the Secretary-General:

(a) To mark the paths;

(b) To report on:

(i) Their length;

(ii) Their state;

2. *Decides* to return to the question at its seventy-first session.

81st plenary meeting
17 December 2015
"""

FRENCH = """Assemblée générale

Soixante-dixième session
Point 12, b, de l'ordre du jour

Résolution adoptée par l'Assemblée générale le 17 décembre 2015

70/999. Entretien des sentiers de montagne

L'Assemblée générale,

Rappelant sa résolution 69/998 du 18 décembre 2014¹,

Notant avec inquiétude que douze sentiers sont fermés,

¹ Résolution 69/998, annexe.

1. *Prie* le Secrétaire général de baliser les sentiers ;

2. *Décide* de revenir sur la question à sa soixante et onzième session.

*81^e séance plénière
17 décembre 2015*
"""

SPANISH = """Asamblea General

Septuagésimo período de sesiones
Tema 12 b) del programa

Resolución aprobada por la Asamblea General el 17 de diciembre de 2015

70/999. Cuidado de los senderos de montaña

La Asamblea General,

Recordando su resolución 69/998, de 18 de diciembre de 2014¹,

Observando con preocupación que doce senderos están cerrados,

¹ Resolución 69/998, anexo.

1. *Solicita* al Secretario General que:

a) Señalice los senderos;

b) Presente un informe;

2. *Decide* volver a examinar la cuestión en su septuagésimo primer período de sesiones.

81ª sesión plenaria
17 de diciembre de 2015
"""

RUSSIAN = """Генеральная Ассамблея

Семидесятая сессия
Пункт 12 b) повестки дня

Резолюция, принятая Генеральной Ассамблеей 17 декабря 2015 года

70/999. Уход за горными тропами

Генеральная Ассамблея,

ссылаясь на свою резолюцию 69/998 от 18 декабря 2014 года¹,

отмечая с обеспокоенностью, что двенадцать троп закрыты,

¹ Резолюция 69/998, приложение.

1. *просит* Генерального секретаря:

a) разметить тропы;

b) представить доклад;

2. *постановляет* вернуться к этому вопросу на своей семьдесят первой сессии.

81-е пленарное заседание,
17 декабря 2015 года
"""

CHINESE = """大会

第七十届会议
议程项目12(b)

2015年12月17日大会决议

70/999. 山间小路的养护

大会，

回顾其2014年12月18日第69/998号决议，¹

关切地注意到十二条小路已经关闭，

¹ 第69/998号决议，附件。

1. 请秘书长：

(a) 标示小路；

(b) 提出报告；

2. 决定在第七十一届会议上再次审议这个问题。

2015年12月17日
第81次全体会议
"""

ARABIC = """الجمعية العامة

الدورة السبعون
البند 12 (ب) من جدول الأعمال

قرار اتخذته الجمعية العامة في 17 كانون الأول/ديسمبر 2015

70/999 - العناية بالدروب الجبلية

إن الجمعية العامة،

إذ تشير إلى قرارها 69/998 المؤرخ 18 كانون الأول/ديسمبر 2014(¹)،

وإذ تلاحظ مع القلق أن اثني عشر دربا مغلقة،

¹ القرار 69/998، المرفق.

1 - تطلب إلى الأمين العام:

(أ) وضع علامات على الدروب؛

(ب) تقديم تقرير؛

2 - تقرر أن تعود إلى النظر في المسألة في دورتها الحادية والسبعين.

الجلسة العامة 81
17 كانون الأول/ديسمبر 2015
"""

ALL = {"en": ENGLISH, "fr": FRENCH, "es": SPANISH, "ru": RUSSIAN, "zh": CHINESE, "ar": ARABIC}

AKN = """<akomaNtoso xmlns="http://docs.oasis-open.org/legaldocml/ns/akn/3.0"><statement name="resolution">
<meta><identification><FRBRWork><FRBRdate date="2015-12-17" name="adoption"/></FRBRWork>
<FRBRExpression><FRBRlanguage language="eng"/></FRBRExpression></identification></meta>
<coverPage><p><docAuthority>United Nations</docAuthority></p>
<p><docNumber refersTo="#symbol">A/RES/70/999</docNumber></p>
<p><docAuthority>General Assembly</docAuthority></p><p><docStatus>Distr.: General</docStatus></p>
<p><docDate>3 March 2016</docDate></p><p><session>Seventieth session</session></p>
<p><inline>Agenda item 12 (b)</inline></p>
<p><docTitle>Resolution adopted by the General Assembly on 17 December 2015</docTitle></p>
<p><docProponent>[on the report of the Third Committee (<inline>A/70/480/Add.1</inline>)]</docProponent></p></coverPage>
<preface><p><docNumber>70/999.</docNumber>
<docTitle refersTo="#resolutionTitle">Care of mountain paths</docTitle></p></preface>
<preamble><formula name="enactingFormula"><p><span class="italic">The General Assembly</span>,</p></formula>
<container name="Recalling"><p> <span class="italic">Recalling</span> its resolution
<a href="https://undocs.org/en/A/RES/69/998">69/998</a> of 18 December 2014<authorialNote marker="1"><p>Resolution
69/998, annex.</p></authorialNote> and the annex thereto,</p></container>
<container name="Noting"><p>Noting with concern that 12 paths are closed,<authorialNote marker="2"><p>See A/70/77,
para. 4.</p></authorialNote></p></container></preamble>
<mainBody><paragraph><num>1.</num><list>
<intro><p><span class="italic">Requests</span> the Secretary-General:</p></intro>
<point><num>(a)</num><content><p>To mark the paths;</p></content></point>
<point><num>(b)</num><content><p>To report on:</p></content></point>
<sublist><point><num>(i)</num><content><p>Their length;</p></content></point>
<point><num>(ii)</num><content><p>Their state;</p></content></point></sublist></list></paragraph>
<paragraph><num>2.</num><content><p><span class="italic">Decides</span> to return to the question at its
seventy-first session.</p></content></paragraph></mainBody>
<conclusions><p><inline>81st plenary meeting</inline><eol/><docDate>17 December 2015</docDate></p></conclusions>
</statement></akomaNtoso>"""
