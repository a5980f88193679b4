"""Keys of front matter as authors call them in their own languages.

``borrador: true`` was meant to keep a text back, so it is refused as a slip in ``draft`` is; other
words are answered with our key. What is near enough to our key (``titulo``) needs no line here.
"""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import Final

NATIVE_KEYS: Final = {
    "draft": "unpublished private "
    "borrador oculto oculta privado privada inédito inédita no_publicado no_publicada "
    "brouillon caché cachée masqué masquée privé privée inédit non_publié non_publiée "
    "entwurf versteckt verborgen privat unveröffentlicht nicht_öffentlich nicht_veröffentlicht "
    "rascunho bozza nascosto nascosta privato privata "
    "草稿 未发布 未公开 不公开 不发布 隐藏 私密 私人 未發布 未公開 不公開 不發布 隱藏 "
    "下書き 下書 ドラフト 非公開 限定公開 非表示 "
    "مسودة مسودّة المسودة مخفي مخفية خاص خاصة غير_منشور غير_منشورة "
    "मसौदा ड्राफ्ट ड्राफ़्ट प्रारूप निजी गोपनीय छिपा छुपा छिपाया अप्रकाशित",
    "published": "public publicado publicada publicar público pública "
    "publié publiée publique publier veröffentlicht öffentlich publiziert "
    "pubblicato pubblicata pubblico "
    "发布 已发布 公开 發布 已發布 公開 منشور منشورة प्रकाशित सार्वजनिक",
    "title": "überschrift 标题 题目 標題 題目 タイトル 題名 表題 عنوان العنوان शीर्षक",
    "date": "fecha fecha_de_publicación datum 日期 发布日期 發布日期 日付 日時 公開日 投稿日 "
    "تاريخ التاريخ تاريخ_النشر तारीख तारीख़ दिनांक तिथि",
    "lang": "idioma lengua langue sprache lingua língua 语言 語言 言語 لغة اللغة भाषा",
    "tags": "etiquetas etiqueta étiquettes étiquette mots_clés schlagwörter schlagworte "
    "stichwörter stichworte etichette 标签 標籤 タグ وسوم الوسوم وسم علامات टैग",
    "categories": "kategorien "
    "分类 类别 分類 類別 カテゴリ カテゴリー تصنيفات التصنيفات فئات श्रेणियाँ",
    "category": "kategorie تصنيف التصنيف فئة श्रेणी",
    "author": "auteur auteure autrice autore autora verfasser verfasserin "
    "作者 著者 筆者 المؤلف مؤلف الكاتب كاتب लेखक लेखिका",
    "image": "imagen imágenes foto portada bild titelbild imagem immagine couverture "
    "图片 封面 配图 圖片 配圖 画像 写真 صورة الصورة चित्र छवि तस्वीर",
    "description": "beschreibung descrizione "
    "描述 说明 簡介 简介 說明 説明 概要 وصف الوصف विवरण वर्णन",
    "excerpt": "resumen extracto résumé extrait auszug zusammenfassung "
    "摘要 抜粋 要約 مقتطف ملخص الملخص सारांश अंश",
    "layout": "plantilla diseño gabarit vorlage "
    "布局 版式 模板 レイアウト テンプレート قالب القالب खाका",
    "permalink": "enlace_permanente lien_permanent 永久链接 固定链接 永久連結 固定網址 "
    "パーマリンク رابط_دائم الرابط_الدائم स्थायी_लिंक",
    "series": "reihe 系列 シリーズ 連載 سلسلة السلسلة शृंखला श्रृंखला",
    "last_modified_at": "actualizado actualizada modificado modificada modifié mis_à_jour "
    "geändert aktualisiert 更新 更新日期 修改日期 更新日 更新日時 最終更新 تحديث آخر_تحديث अद्यतन",
    "audio": "grabación enregistrement aufnahme 音频 录音 音頻 錄音 音声 録音 صوت تسجيل ऑडियो",
    "translation_key": "traducción_de traduction_de übersetzung_von",
}
"""Our key → the words for it, by language; a word of several parts has ``_`` between them."""


def native_key(key: str) -> str:
    """Our key for a word of the author's own language; empty when we do not know it."""
    return _by_word().get(_spelled(key), "")


@cache
def _by_word() -> dict[str, str]:
    return {_spelled(word): ours for ours, words in NATIVE_KEYS.items() for word in words.split()}


def _spelled(word: str) -> str:
    # Accents stay: a French ``caché`` hides a text, ``cache`` does not.
    return unicodedata.normalize("NFC", word).casefold().replace("-", "_").replace(" ", "_")
