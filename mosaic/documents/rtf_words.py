"""The vocabulary of RTF, as far as text depends on it."""

# Groups that are not part of the page, and what they are good for all the same.
_NOT_ON_THE_PAGE = (
    "annotation atnauthor atndate atnicn atnid atnparent atnref atntime atrfend atrfstart author background bkmkend bkmkstart blipuid buptim category "
    "colorschememapping colortbl comment company creatim datafield datastore defchp defpap do doccomm docvar factoidname falt filetbl fldtype fname fontemb fontfile "
    "ftncn ftnsep ftnsepc aftncn aftnsep aftnsepc g generator gridtbl hlinkbase info keycode keywords latentstyles lchars levelnumbers leveltext lfolevel "
    "list listlevel listname listoverride listoverridetable listpicture liststylename listtable lsdlockedexcept manager mmath nextfile nonesttables objalias objclass "
    "objdata object objname objsect objtime oleclsid operator panose password passwordhash pgp pgptbl pict pn pnseclvl printim private protusertbl revtbl revtim "
    "rsidtbl rxe shprslt sn sp staticval subject svb tc template themedata title txe upr userprops wgrffmtfilter windowcaption writereservation xe xmlattrname "
    "xmlattrvalue xmlclose xmlname xmlnstbl xmlopen deleted"
)
LEFT_OUT = dict.fromkeys(_NOT_ON_THE_PAGE.split(), "nothing") | {
    "fonttbl": "fonts",
    "stylesheet": "styles",
    "fldinst": "link",
    "listtext": "mark",
    "pntext": "mark",
}

# Words that stand for letters.
SIGNS = {
    "tab": "\t", "line": "\n", "lbr": "\n", "emdash": "—", "endash": "–", "emspace": " ", "enspace": " ", "qmspace": " ", "bullet": "•",
    "lquote": "‘", "rquote": "’", "ldblquote": "“", "rdblquote": "”", "softline": "\n", "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
PARAGRAPH_ENDS = frozenset(["par", "sect", "page", "cell", "row", "nestcell", "nestrow", "column"])
CHARSETS = {
    2: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gbk", 136: "big5", 161: "cp1253", 162: "cp1254", 163: "cp1258",
    177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
