"""Chinese."""

from __future__ import annotations

from corpora.languages.model import LanguageFacts, words

NUMERALS = "〇一二三四五六七八九"


def cardinal(number: int) -> str:
    """A number from 0 to 999 in Chinese numerals: 61 is "六十一"."""
    hundreds, rest = divmod(number, 100)
    tens, unit = divmod(rest, 10)
    out = f"{NUMERALS[hundreds]}百" if hundreds else ""
    if tens:
        out += ("" if tens == 1 and not hundreds else NUMERALS[tens]) + "十"
    elif hundreds and unit:
        out += "零"
    return (out + (NUMERALS[unit] if unit else "")) or NUMERALS[0]


def ordinal(number: int) -> str:
    """An ordinal in Chinese numerals: 61 is "第六十一"."""
    return "第" + cardinal(number)


def ordinal_forms(number: int) -> tuple[str, ...]:
    """Every spelling of the ordinal, the usual one first."""
    return (ordinal(number), f"第{number}")


FACTS = LanguageFacts(
    code="zh",
    name="中文",
    english_name="Chinese",
    iso639_3="zho",
    direction="ltr",
    publisher="联合国",
    openings={
        "大会": "GA",
        "安全理事会": "SC",
        "人权理事会": "HRC",
        "经济及社会理事会": "ECOSOC",
        "人权委员会": "other",
        "托管理事会": "other",
    },
    preambular=words(
        "强烈 感到 深感 非常 期待 认为 同样 仍 促请 "
        "最强烈 尤其 认可 斥责 深入 深表 倾听 呼吁 尊重 继续 深知 深切 关注 感激 赞许 声援 "
        "回顾 重申 认识到 确认 注意到 表示 意识到 强调 欢迎 考虑到 铭记 深信 关切 赞赏 满意 审议 审查 遵循 "
        "着重 深为 严重 极为 又 还 并 再次 特别 念及 知悉 欣见 感谢 申明 承认 相信 希望 期望 决心 决意 "
        "鉴于 基于 本着 谴责 痛惜 遗憾 震惊 惊悉 担心 不安 忧虑 支持 赞扬 鼓励 敦促 肯定 牢记 收到 了解 "
        "渴望 坚信 坚决 按照 根据 依照 参照 在 有鉴于 赞同 重点 重视 指出 对 同意 提及 谨"
    ),
    operative=words(
        "考虑到 最强烈 继续 感兴趣 感到 毫无保留 决心 仍 依然 尤其 认定 斥责 为此 日益 连续 断然 核可 痛责 深表 正式 "
        "决定 请 要求 吁请 促请 敦促 呼吁 鼓励 邀请 欢迎 重申 强调 注意到 认识到 确认 表示 建议 赞扬 赞赏 "
        "满意 谴责 回顾 核准 认可 授权 宣布 通过 申明 承认 感谢 支持 反对 坚决 再次 又 还 并 特别 大力 强烈 "
        "着重 深为 关切 痛惜 遗憾 欣见 期待 同意 认为 促 呼请 提请 希望 断定 责成 声明 严重 极为 在 "
        "知悉 尊重 拒绝 指出 肯定 设立 选举 任命 延长 对 赞同 重点 铭记 鉴于 委托 提醒 保证 承诺 申斥 "
        "祝贺 警告 宣告 紧急 指示 指定"
    ),
    adverbs=words("又 还 并 再次 强烈 大力 特别"),
    months=tuple((f"{n}月", f"{cardinal(n)}月") for n in range(1, 13)),
    masthead={
        "session": ("届会议", "届特别会议", "紧急特别会议"),
        "agenda": ("议程项目",),
        "adopted": ("大会决议", "大会决定", "通过的决议", "通过的决定", "会议通过", "通过"),
        "report": ("根据", "未经发交主要委员会"),
        "published": ("distr.", "分发"),
    },
    resolution=("决议",),
    decision=("决定",),
    draft=("决议草案", "决定草案"),
    annex=("附件", "附录"),
    meeting=("全体会议", "次会议"),
    digits="0123456789",
    quotes=("“", "”"),
    comma="，",
    semicolon="；",
    full_stop="。",
    colon="：",
    ordinal=ordinal,
    ordinal_forms=ordinal_forms,
)
