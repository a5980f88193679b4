"""Laws of the finished site: whatever a page, feed or sitemap points to is there, and is true."""

import gzip
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from xml.etree import ElementTree as ET

import feedparser
import pytest
from selectolax.lexbor import LexborHTMLParser as HTMLParser

POINTING = (
    ("a", "href"),
    ("area", "href"),
    ("link", "href"),
    ("script", "src"),
    ("img", "src"),
    ("source", "src"),
    ("audio", "src"),
    ("video", "src"),
    ("video", "poster"),
    ("iframe", "src"),
    ("form", "action"),
)
SOURCE_SETS = (("img", "srcset"), ("source", "srcset"))
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}


@dataclass(frozen=True, kw_only=True)
class Page:
    """One HTML file of the site, as a browser would read it."""

    address: str
    html: str

    @cached_property
    def tree(self) -> HTMLParser:
        return HTMLParser(self.html)

    @property
    def language(self) -> str:
        root = self.tree.css_first("html")
        return (root.attributes.get("lang") or "") if root else ""

    @cached_property
    def anchors(self) -> set[str]:
        named = {node.attributes.get("id") or "" for node in self.tree.css("[id]")}
        return named | {node.attributes.get("name") or "" for node in self.tree.css("a[name]")}

    @property
    def is_redirect(self) -> bool:
        return self.tree.css_first("meta[http-equiv=refresh i]") is not None

    @property
    def canonical(self) -> str | None:
        link = self.tree.css_first("link[rel=canonical]")
        return link.attributes.get("href") if link else None

    def targets(self) -> Iterator[str]:
        """Everything that the page points to, as written."""
        for tag, attribute in POINTING:
            for node in self.tree.css(f"{tag}[{attribute}]"):
                yield node.attributes.get(attribute) or ""
        for tag, attribute in SOURCE_SETS:
            for node in self.tree.css(f"{tag}[{attribute}]"):
                for candidate in (node.attributes.get(attribute) or "").split(","):
                    yield candidate.split()[0]

    def alternates(self) -> dict[str, str]:
        """The `hreflang` links of the head: language to address; `x-default` is one of them."""
        links = self.tree.css("link[rel=alternate][hreflang]")
        return {
            node.attributes["hreflang"] or "": node.attributes.get("href") or "" for node in links
        }


@pytest.fixture(scope="module")
def pages(built_site) -> dict[str, Page]:
    """Every page of the site by the absolute path of its URL."""
    return {
        (address := built_site.address_of(file)): Page(
            address=address, html=file.read_text(encoding="utf-8")
        )
        for file in built_site.pages
    }


def local(url: str, page: str, site_url: str) -> str | None:
    """The URL made absolute, if it lies on this site's host."""
    absolute = urljoin(urljoin(site_url, page), url)
    return absolute if urlsplit(absolute).netloc == urlsplit(site_url).netloc else None


def test_the_pages_of_the_contract_are_there(built_site):
    """Home, seed post, hiring page, archive, tags and about exist in both languages."""
    places = ("", "zhiwei-machine-learning/", "hire/", "archive/", "tags/", "about/")
    wanted = [f"/repo/{language}{place}" for language in ("", "es/") for place in places]
    missing = [path for path in [*wanted, "/repo/404.html"] if not built_site.file_of(path)]
    assert not missing


def test_every_link_asset_and_anchor_resolves(built_site, pages):
    """Whatever a page points to on its own host is in the output, down to the anchor."""
    faults = []
    for page in pages.values():
        for target in page.targets():
            url = local(target, page.address, built_site.url)
            if url is None:
                continue
            parts = urlsplit(url)
            file = built_site.file_of(parts.path)
            if file is None:
                faults.append(f"{page.address} points to {target}, which is not there")
            elif parts.fragment and file.suffix == ".html":
                anchors = pages[built_site.address_of(file)].anchors
                if unquote(parts.fragment) not in anchors | {"top"}:
                    faults.append(f"{page.address} points to {target}, which has no such anchor")
    assert not faults, "\n".join(sorted(set(faults)))


def test_links_go_to_the_address_itself(built_site, pages):
    """No link relies on a redirect: a page in a folder is linked with its closing slash."""
    faults = []
    for page in pages.values():
        for target in page.targets():
            url = local(target, page.address, built_site.url)
            path = unquote(urlsplit(url).path) if url else ""
            inside = path.removeprefix(built_site.base_path)
            if inside and not path.endswith("/") and (built_site.folder / inside).is_dir():
                faults.append(f"{page.address} points to {target}, a folder without its slash")
    assert not faults, "\n".join(sorted(set(faults)))


def test_styles_point_to_files_that_exist(built_site):
    """Every url(...) of every style sheet resolves in the output."""
    faults = []
    for sheet in built_site.folder.rglob("*.css"):
        for target in re.findall(r"url\(\s*['\"]?([^'\")]+)", sheet.read_text(encoding="utf-8")):
            url = local(target, built_site.address_of(sheet), built_site.url)
            if url and not built_site.file_of(urlsplit(url).path):
                faults.append(f"{sheet.name} points to {target}, which is not there")
    assert not faults, "\n".join(faults)


def test_nothing_comes_from_third_parties(built_site, pages):
    """No page asks another host for a script, style, image, font or frame."""
    loading = "script[src], link[rel=stylesheet], link[rel=icon], link[rel=preload], img, iframe"
    faults = [
        f"{page.address} loads {target}"
        for page in pages.values()
        for node in page.tree.css(loading)
        if (target := node.attributes.get("src") or node.attributes.get("href") or "")
        and not target.startswith("data:")
        and local(target, page.address, built_site.url) is None
    ]
    assert not faults, "\n".join(faults)


def test_every_hreflang_is_absolute_reciprocal_and_true(built_site, pages):
    """Alternates name each other and the page itself, and lead to the language they say."""
    faults = []
    for page in pages.values():
        alternates = page.alternates()
        if not alternates:
            continue
        own = built_site.url.removesuffix("/repo/") + page.address
        if alternates.get(page.language) != own:
            faults.append(f"{page.address} does not name itself as its {page.language} version")
        for language, url in alternates.items():
            if not url.startswith(built_site.url):
                faults.append(f"{page.address}: hreflang {language} is not absolute: {url}")
                continue
            file = built_site.file_of(urlsplit(url).path)
            if file is None or file.suffix != ".html":
                faults.append(f"{page.address}: hreflang {language} leads nowhere: {url}")
                continue
            other = pages[built_site.address_of(file)]
            if language not in {"x-default", other.language}:
                faults.append(f"{page.address}: {url} says {other.language}, not {language}")
            if other.alternates() != alternates:
                faults.append(f"{page.address}: {url} does not name the same alternates")
            if other.canonical not in {None, url}:
                faults.append(f"{page.address}: {url} is not the canonical address of its page")
    assert not faults, "\n".join(faults)


def test_translated_pages_have_hreflang(pages):
    """Home, seed post and hiring page say where they are in the other language, and x-default."""
    for place in ("", "zhiwei-machine-learning/", "hire/"):
        for prefix in ("/repo/", "/repo/es/"):
            assert set(pages[prefix + place].alternates()) == {"en", "es", "x-default"}


def test_pages_say_their_language(pages):
    """English lives at the root, Spanish under /es/, and each page says so."""
    wrong = [
        f"{page.address} says {page.language!r}"
        for page in pages.values()
        if page.language != ("es" if page.address.startswith("/repo/es/") else "en")
    ]
    assert not wrong, "\n".join(wrong)


def test_canonical_addresses_are_absolute_and_unique(built_site, pages):
    """Each page that may be found names its own absolute address; no two pages share one."""
    faults, owners = [], defaultdict(list)
    for page in pages.values():
        if page.is_redirect or page.tree.css_first("meta[name=robots][content=noindex]"):
            continue
        own = urljoin(built_site.url, page.address)
        owners[page.canonical].append(page.address)
        if page.canonical != own:
            faults.append(f"{page.address} says that its address is {page.canonical}")
    shared = {url: pages for url, pages in owners.items() if len(pages) > 1}
    assert not faults, "\n".join(faults)
    assert not shared


@pytest.mark.parametrize("path", ["feed.xml", "es/feed.xml", "all.xml"])
def test_feeds_parse_without_complaint(built_site, path):
    """A feed reader takes each feed as it is; its entries are absolute and lead to posts."""
    feed = feedparser.parse((built_site.folder / path).read_bytes())
    assert feed.bozo == 0, feed.get("bozo_exception")
    assert feed.feed.title
    assert feed.entries
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    for entry in feed.entries:
        assert entry.link.startswith(built_site.url)
        assert built_site.file_of(urlsplit(entry.link).path)
        assert entry.updated_parsed


def test_feeds_carry_no_relative_links(built_site):
    """A reader of a feed is not on our pages: every link and image in an entry is absolute."""
    for path in ("feed.xml", "es/feed.xml", "all.xml"):
        tree = ET.fromstring((built_site.folder / path).read_bytes())
        for content in tree.iter("{http://www.w3.org/2005/Atom}content"):
            for node in HTMLParser(content.text or "").css("[href], [src]"):
                target = node.attributes.get("href") or node.attributes.get("src") or ""
                assert urlsplit(target).scheme or target.startswith("#"), f"{path}: {target}"


def test_sitemap_locations_exist(built_site, pages):
    """Every address of the sitemap is a page, and its alternates are those of the page's head."""
    tree = ET.fromstring((built_site.folder / "sitemap.xml").read_bytes())
    entries = tree.findall("s:url", SITEMAP)
    assert entries
    seen = set()
    for entry in entries:
        url = entry.findtext("s:loc", namespaces=SITEMAP) or ""
        assert url.startswith(built_site.url)
        assert url not in seen
        seen.add(url)
        file = built_site.file_of(urlsplit(url).path)
        assert file, f"{url} is not there"
        page = pages[built_site.address_of(file)]
        links = entry.findall("x:link", SITEMAP)
        alternates = {link.attrib["hreflang"]: link.attrib["href"] for link in links}
        assert alternates == page.alternates(), url
    for place in ("", "zhiwei-machine-learning/", "hire/", "es/", "es/hire/"):
        assert built_site.url + place in seen


def test_robots_lead_to_the_sitemap(built_site):
    """robots.txt names the sitemap by its absolute address."""
    robots = (built_site.folder / "robots.txt").read_text(encoding="utf-8")
    assert f"Sitemap: {built_site.url}sitemap.xml" in robots.splitlines()


def test_ids_are_unique(pages):
    """No page uses an id twice, so an anchor has one meaning."""
    faults = []
    for page in pages.values():
        ids = [node.attributes.get("id") for node in page.tree.css("[id]")]
        faults += [f"{page.address}#{name}" for name in {i for i in ids if ids.count(i) > 1}]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("suffix", "raw_limit", "zipped_limit"), [(".css", 14 * 1024, 4608), (".js", 9 * 1024, 3584)]
)
def test_a_page_stays_within_its_budget(built_site, pages, suffix, raw_limit, zipped_limit):
    """The styles of a page weigh at most 14 KB (4.5 KB gzipped), its scripts 9 KB (3.5 KB)."""
    loaded: dict[str, set[Path]] = defaultdict(set)
    for page in pages.values():
        for node in page.tree.css("link[rel=stylesheet], script[src]"):
            target = node.attributes.get("href") or node.attributes.get("src") or ""
            url = local(target, page.address, built_site.url)
            file = built_site.file_of(urlsplit(url or "").path)
            if file and file.suffix == suffix:
                loaded[page.address].add(file)
    assert loaded or suffix == ".js", "no page has a style sheet"
    for address, files in loaded.items():
        contents = [file.read_bytes() for file in files]
        raw = sum(len(content) for content in contents)
        zipped = sum(len(gzip.compress(content, 9, mtime=0)) for content in contents)
        assert raw <= raw_limit, f"{address}: {raw} bytes of {suffix}"
        assert zipped <= zipped_limit, f"{address}: {zipped} bytes of {suffix}, gzipped"
