"""What no site should show, by name and by content; each with texts that only look like it."""

import pytest

from site_builder.publish.scan import content_faults, name_fault

LETTERS = "aB3dE6gH9j" * 12


def fake(prefix: str, length: int) -> str:
    """A token that no service ever gave out, put together here so that no scanner finds one."""
    return prefix + LETTERS[:length]


def faults(text: str, path: str = "index.html", private: tuple[str, ...] = ()) -> list[str]:
    return list(content_faults(path, text.encode(), private))


@pytest.mark.parametrize(
    ("token", "name"),
    [
        (fake("gh" + "p_", 36), "a token of GitHub"),
        (fake("gh" + "s_", 40), "a token of GitHub"),
        (fake("github" + "_pat_", 60), "a token of GitHub"),
        (fake("gl" + "pat-", 20), "a token of GitLab"),
        ("AK" + "IA" + "ABCDEFGH12345678", "a key of AWS"),
        (fake("AI" + "za", 35), "a key of Google"),
        (fake("xo" + "xb-", 30), "a token of Slack"),
        (fake("sk" + "_live_", 24), "a key of Stripe"),
        (fake("sk" + "-proj-", 48), "a key of OpenAI"),
        (fake("sk" + "-ant-", 60), "a key of Anthropic"),
        (fake("np" + "m_", 36), "a token of npm"),
        (fake("py" + "pi-AgEIcHlwaS5vcmc", 60), "a token of PyPI"),
        ("h" + "f_" + "abcdefGHIJ" * 3 + "abcd", "a token of Hugging Face"),
        (fake("S" + "G.", 22) + "." + LETTERS[:43], "a key of SendGrid"),
        ("do" + "p_v1_" + "0123456789abcdef" * 4, "a token of DigitalOcean"),
        ("-----BEGIN OPENSSH " + "PRIVATE KEY-----\n" + LETTERS, "a private key"),
        ("-----BEGIN " + "PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\n" + LETTERS, "a private key"),
        ("-----BEGIN " + "PRIVATE KEY-----\\n" + LETTERS, "a private key"),
        ("-----BEGIN PGP " + "PRIVATE KEY BLOCK-----\n\n" + LETTERS, "a private key"),
    ],
)
def test_keys_are_known_by_their_prefixes(token: str, name: str) -> None:
    """Wherever they stand, in whatever kind of file."""
    for around in ("{}", "<p>{}</p>", '"key": "{}",', "x={}&y"):
        for path in ("index.html", "search/en.json", "data.bin"):
            assert faults(around.format(token), path) == [f"it holds what looks like {name}"]


@pytest.mark.parametrize(
    "text",
    [
        "a token begins with ghp_ or github_pat_",
        "AKIAIOSFODNN7EXAMPLE",
        "-----BEGIN PUBLIC KEY-----\nMIIB",
        "it begins with -----BEGIN OPENSSH PRIVATE KEY----- and ends",
        "task-proj-" + LETTERS,
        "sk-learn, hf_hub, npm_config_registry, SG.x, AIza",
        "Zm9vYmFyghp" + LETTERS,
        "xoxo-xoxo",
    ],
)
def test_a_text_about_keys_is_no_key(text: str) -> None:
    """An article may explain them, and long runs of letters happen."""
    assert faults(text) == []


@pytest.mark.parametrize(
    ("name", "is_refused"),
    [
        (".env", True),
        ("a/.env.production", True),
        (".git/config", True),
        (".htpasswd", True),
        (".ssh/config", True),
        ("id_rsa", True),
        ("keys/server.PEM", True),
        ("x.p12", True),
        (".nojekyll", False),
        (".well-known/security.txt", False),
        ("index.html", False),
        ("id_rsa.html", False),
        ("keynote/index.html", False),
        ("a/monkey", False),
    ],
)
def test_names_that_no_site_publishes(name: str, is_refused: bool) -> None:  # noqa: FBT001 because pytest hands it over by name
    """Hidden files but the known ones, and files named like private keys."""
    assert bool(name_fault(name)) is is_refused


@pytest.mark.parametrize(
    ("text", "is_found"),
    [
        ("in /home/ana/blog", True),
        ("in /home/ana", True),
        ('"/home/ana"', True),
        ("file:///home/ana/x", True),
        ("/home/anabel/x", False),
        ("/home/ana-maria", False),
        ("/home/bob and /home/ana/x", True),
        ("/home/anabel then /home/ana/", True),
        ("/home/user/x", False),
    ],
)
def test_the_folders_of_this_machine_are_private(text: str, is_found: bool) -> None:  # noqa: FBT001 because pytest hands it over by name
    """The author's own home; that of an example in a text is none."""
    told = ["it names a folder of this machine, /home/ana"] if is_found else []
    assert faults(text, private=("/home/ana", "/home/ana/blog")) == told


@pytest.mark.parametrize(
    ("html", "is_found"),
    [
        ('<a href="http://localhost:4000/x">', True),
        ("<a href=http://localhost>", True),
        ("<a href='https://127.0.0.1/'>", True),
        ('<img src="//localhost/x.png">', True),
        ('<link rel="canonical" href="http://[::1]:8000/">', True),
        ('<a HREF = "http://0.0.0.0:80">', True),
        ('<a href="https://localhost.example.org/">', False),
        ('<a href="https://example.org/?to=http://localhost/">', False),
        ("<code>http://localhost:8000/</code>", False),
        ('<a href="https://127.example.org/">', False),
    ],
)
def test_links_to_this_machine(html: str, is_found: bool) -> None:  # noqa: FBT001 because pytest hands it over by name
    """Links, pictures, canonical; not what a text says of localhost."""
    told = ["it links to this machine (localhost)"] if is_found else []
    assert faults(html) == told
    assert faults(html, "notes.txt") == []


@pytest.mark.parametrize(
    ("path", "text", "is_found"),
    [
        ("feed.xml", '<link href="http://localhost:8000/a/"/>', True),
        ("feed.xml", "<id>http://localhost:8000/a/</id>", True),
        ("sitemap.xml", "<loc>http://127.0.0.1/</loc>", True),
        ("feed.xml", "&lt;a href=&quot;http://localhost/&quot;&gt;", True),
        ("feed.xml", '&lt;a href="http://localhost/"&gt;', True),
        ("feed.xml", "&lt;code&gt;http://localhost:8000/&lt;/code&gt;", False),
        ("feed.json", '{"url": "http://localhost:8000/a/"}', True),
        ("feed.json", '{"content_html": "<a href=\\"http://localhost/\\">"}', True),
        (
            "feed.json",
            '{"content_html": "see http://localhost/ or \\"http://localhost/\\""}',
            False,
        ),
        ("app.webmanifest", '{"start_url":"http://localhost"}', True),
        ("x.css", "a { background: url(http://localhost/x.png) }", True),
        ("x.svg", '<image href="http://localhost/x.png"/>', True),
        ("notes.txt", "http://localhost/", False),
    ],
)
def test_links_to_this_machine_in_what_is_no_page(path: str, text: str, is_found: bool) -> None:  # noqa: FBT001 because pytest hands it over by name
    """Feeds, sitemaps, data and styles are followed too; what they say of localhost is no link."""
    assert faults(text, path) == ["it links to this machine (localhost)"] * is_found
