"""Names in many scripts: what is wide, what joins, what runs the other way, and words without an end."""

# ruff: noqa: RUF001 (letters that look like Latin ones are what this is about)

from __future__ import annotations

from typing import Final

RTL: Final = {
    "hebrew": "מנהל מוצר בכיר",
    "hebrew with points": "מְנַהֵל מוּצָר",
    "arabic": "مدير تسويق المنتجات",
    "arabic with figures": "مدير ٢٠٢٤ و 2025",
    "persian": "مدیر می\u200cخواهم",
    "both ways": "Head of שיווק (SEO) 3",
}
SAMPLES: Final = RTL | {
    "japanese": "プロダクトマネージャー（主任）",
    "chinese": "高级产品营销经理，负责市场",
    "korean": "제품 마케팅 관리자",
    "full width": "ＰＭ　１２３",
    "family": "Équipe \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "selectors": "\u2764\ufe0f work 1\ufe0f\u20e3",
    "accents": "Che\u0301f de\u0301 produit a\u0300 co\u0302te\u0301",
    "vietnamese": "Quản lý sản phẩm",
    "thai": "ผู้จัดการผลิตภัณฑ์",
    "long": "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung",
    "long and wide": "超" * 45,
    "address": "https://example.org/ärger/a-very-long-address-without-any-blank-in-it/and-it-goes-on-and-on",
}
"""By what is special about them. Each has letters that none of our own words has."""
