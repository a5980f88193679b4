# frozen_string_literal: true

# The lists of each language: pages of posts, tags, archive and feed.
module Corpus
  SIZE = 20

  # A page that has no file.
  class Made < Jekyll::Page
    def initialize(site, path, layout, data)
      @site = site
      @base = site.source
      @dir = File.dirname(path)
      @name = File.basename(path)
      process(@name)
      @content = ""
      @data = { "layout" => layout }.merge(data)
    end
  end

  # Makes the lists, and tells each post its translations and neighbours.
  class Lists < Jekyll::Generator
    def generate(site)
      @site = site
      @languages = site.config["languages"]
      newest = site.posts.docs.sort_by { |post| [post.date, post.data["slug"]] }.reverse
      families(newest)
      @languages.each { |language| language_pages(language, newest.select { |post| post["lang"] == language }) }
    end

    private

    def home(language) = language == @languages.first ? "/" : "/#{language}/"

    def families(posts)
      posts.group_by { |post| post.data["slug"] }.each_value do |family|
        sorted = family.sort_by { |post| @languages.index(post["lang"]) }
        siblings = sorted.map { |post| { "lang" => post["lang"], "url" => post.url } }
        family.each { |post| post.data["siblings"] = siblings }
      end
    end

    def siblings(path) = @languages.map { |one| { "lang" => one, "url" => home(one) + path } }

    def language_pages(language, posts)
      posts.each_cons(2) do |newer, older|
        newer.data["before"] = { "url" => older.url, "title" => older["title"] }
        older.data["after"] = { "url" => newer.url, "title" => newer["title"] }
      end
      tags = Hash.new { |all, tag| all[tag] = [] }
      posts.each { |post| post["tags"].each { |tag| tags[tag] << post } }
      posts.each { |post| post.data["related"] = related(post, tags) }
      list(language, "", "Corpus", posts)
      tags.each { |tag, some| list(language, "tags/#{tag}/", tag, some) }
      index = tags.sort.map { |tag, some| { "tag" => tag, "count" => some.size } }
      add(language, "tags/", "tags", "title" => "Tags", "index" => index)
      years = posts.group_by { |post| post.date.year }.map { |year, some| { "year" => year, "posts" => some } }
      add(language, "archive/", "archive", "title" => "Archive", "years" => years)
      feed = { "lang" => language, "posts" => posts.first(SIZE) }
      @site.pages << Made.new(@site, "#{home(language)}feed.xml", "feed", feed)
    end

    # The three posts that share most tags with a post; of equals those that come first.
    def related(post, tags)
      shared = post["tags"].flat_map { |tag| tags[tag] }.tally
      shared.delete(post)
      best = shared.each_with_index.sort_by { |(_, count), place| [-count, place] }.first(3)
      best.map { |(other, _), _| { "url" => other.url, "title" => other["title"] } }
    end

    def list(language, path, title, posts)
      slices = posts.each_slice(SIZE).to_a
      slices.each_with_index do |some, number|
        at = ->(other) { home(language) + path + (other.zero? ? "" : "page/#{other + 1}/") }
        data = { "title" => title, "posts" => some, "list_siblings" => siblings(path) }
        data["newer"] = at.call(number - 1) if number.positive?
        data["older"] = at.call(number + 1) if number + 1 < slices.size
        own = number.zero? ? path : "#{path}page/#{number + 1}/"
        add(language, own, "list", data)
      end
    end

    def add(language, path, layout, data)
      page = { "lang" => language, "siblings" => data["list_siblings"] || siblings(path) }
      @site.pages << Made.new(@site, "#{home(language)}#{path}index.html", layout, page.merge(data))
    end
  end

  # What the layouts ask for.
  module Filters
    def headings(html)
      html.scan(%r{<h([23]) id="([^"]+)"[^>]*>(.*?)</h\1>}m).map do |level, id, text|
        { "level" => level, "id" => id, "text" => text }
      end
    end

    def home(language)
      languages = @context.registers[:site].config["languages"]
      language == languages.first ? "/" : "/#{language}/"
    end
  end
end

Liquid::Template.register_filter(Corpus::Filters)
