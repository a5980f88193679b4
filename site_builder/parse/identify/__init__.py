"""Which language a text is in, told from the text alone: no network, no model, small data of ours.

    scripts          which script a character is in, and which scripts a language is written in
    function_words   the small words that no text of a language does without
    chinese          characters that only simplified, or only traditional, Chinese has
    quick            a quick look: which pieces of a text could be in another language?
    spoken           what of a piece is in its language at all
    close            a close reading: which language is it?
    foreign          all of this for one text

It would rather say nothing than be wrong: a short piece, a list of names, a quotation, a language
without data are never judged.
"""
