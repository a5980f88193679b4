// The site of the corpus: lists of a language are gathered once, and each kind of page pages over them.
const highlight = require("@11ty/eleventy-plugin-syntaxhighlight");
const anchor = require("markdown-it-anchor");
const languages = require("./languages.json");

const SIZE = 20;
const home = (language) => (language === languages[0] ? "/" : `/${language}/`);

const inPages = (posts, about) => {
  const total = Math.max(1, Math.ceil(posts.length / SIZE));
  return Array.from({ length: total }, (_, number) => ({
    ...about,
    number: number + 1,
    before: number > 0 ? (number > 1 ? `${about.address}page/${number}/` : about.address) : "",
    after: number + 1 < total ? `${about.address}page/${number + 2}/` : "",
    address: number > 0 ? `${about.address}page/${number + 1}/` : about.address,
    posts: posts.slice(number * SIZE, (number + 1) * SIZE),
  }));
};

const siblings = (path) =>
  languages.map((language) => ({ language, url: home(language) + path }));

// The three posts that share most tags with a post; of equals those that come first.
const related = (post, tagged) => {
  const shared = new Map();
  for (const tag of post.data.tags) {
    for (const other of tagged[tag]) if (other !== post) shared.set(other, (shared.get(other) || 0) + 1);
  }
  return [...shared].sort(([, some], [, more]) => more - some).slice(0, 3).map(([other]) => other);
};

module.exports = (config) => {
  config.addPlugin(highlight.default || highlight);
  config.amendLibrary("md", (md) => md.use(anchor.default || anchor));

  const posts = (api) => api.getFilteredByGlob("content/*/*.md").reverse();
  const perLanguage = (api) =>
    languages.map((language) => [language, posts(api).filter((post) => post.data.lang === language)]);
  const perTag = (all) => {
    const tags = {};
    for (const post of all) for (const tag of post.data.tags) (tags[tag] ||= []).push(post);
    return tags;
  };

  config.addCollection("family", (api) => {
    const family = {};
    for (const language of languages) {
      for (const post of posts(api)) {
        if (post.data.lang === language) (family[post.fileSlug] ||= []).push({ language, url: post.url });
      }
    }
    return family;
  });
  config.addCollection("near", (api) => {
    const near = {};
    for (const [, all] of perLanguage(api)) {
      const tagged = perTag(all);
      all.forEach((post, at) => {
        near[post.url] = { before: all[at + 1], after: all[at - 1], related: related(post, tagged) };
      });
    }
    return near;
  });
  config.addCollection("lists", (api) => perLanguage(api).flatMap(([language, all]) => [
    ...inPages(all, { language, title: "Corpus", address: home(language), siblings: siblings("") }),
    ...Object.entries(perTag(all)).flatMap(([tag, some]) => inPages(some, {
      language, title: tag, address: `${home(language)}tags/${tag}/`, siblings: siblings(`tags/${tag}/`),
    })),
  ]));
  config.addCollection("indexes", (api) => perLanguage(api).map(([language, all]) => ({
    language, address: `${home(language)}tags/`, siblings: siblings("tags/"),
    tags: Object.entries(perTag(all)).sort().map(([tag, some]) => ({ tag, count: some.length })),
  })));
  config.addCollection("archives", (api) => perLanguage(api).map(([language, all]) => {
    const years = new Map();
    for (const post of all) {
      const year = post.date.getUTCFullYear();
      years.set(year, [...(years.get(year) || []), post]);
    }
    return {
      language, address: `${home(language)}archive/`, siblings: siblings("archive/"),
      years: [...years].map(([year, some]) => ({ year, posts: some })),
    };
  }));
  config.addCollection("feeds", (api) => perLanguage(api).map(([language, all]) => ({
    language, address: `${home(language)}feed.xml`, posts: all.slice(0, SIZE),
  })));

  config.addFilter("home", home);
  config.addFilter("day", (date) => date.toISOString().slice(0, 10));
  config.addFilter("long", (date, language) =>
    date.toLocaleDateString(language, { dateStyle: "long", timeZone: "UTC" }));
  config.addFilter("excerpt", (html) => {
    const first = /<p>(.*?)<\/p>/s.exec(html || "");
    const text = first ? first[1].replace(/<[^>]+>/g, "") : "";
    return text.length > 200 ? `${text.slice(0, 199)}…` : text;
  });
  config.addFilter("minutes", (html) =>
    Math.ceil(html.replace(/<[^>]+>/g, "").split(/\s+/).length / 220));
  config.addFilter("headings", (html) =>
    [...html.matchAll(/<h([23]) id="([^"]+)"[^>]*>(.*?)<\/h\1>/gs)]
      .map(([, level, id, text]) => ({ level, id, text })));

  return {
    dir: { output: "_site", includes: "_includes" },
    markdownTemplateEngine: false,
  };
};
