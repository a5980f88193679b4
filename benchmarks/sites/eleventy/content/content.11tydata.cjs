// What is true of every post.
const [first] = require("../languages.json");

module.exports = {
  layout: "post.njk",
  permalink: ({ lang, page }) => `${lang === first ? "" : `/${lang}`}/${page.fileSlug}/`,
};
