// One page found: its title, what it is about, and the parts of it that fit. Matches are marked.

const SPECIAL = /[.*+?^${}()|[\]\\]/g;

/** English is marked from where a word begins, Chinese anywhere. */
function pattern(found) {
  const parts = found.map((word) => {
    const escaped = word.replace(SPECIAL, "\\$&");
    return /^[a-z0-9]/.test(word) ? `(?<![\\p{L}\\p{N}])${escaped}` : escaped;
  });
  parts.sort((a, b) => b.length - a.length);
  return parts.length ? new RegExp(`(${parts.join("|")})`, "giu") : /(?!)/;
}

function marked(text, found) {
  return text.split(pattern(found)).map((part, at) => {
    if (at % 2 === 0) return part;
    const mark = document.createElement("mark");
    mark.textContent = part;
    return mark;
  });
}

function link(url, text, found) {
  const made = document.createElement("a");
  made.href = url;
  made.append(...marked(text, found));
  return made;
}

export function resultItem({ url, title, about, sections }, found) {
  const item = document.createElement("li");
  const heading = document.createElement("h3");
  heading.append(link(url, title, found));
  item.append(heading);
  if (about) {
    const said = document.createElement("p");
    said.append(...marked(about, found));
    item.append(said);
  }
  if (sections.length) {
    const list = document.createElement("ul");
    for (const section of sections) {
      const part = document.createElement("li");
      part.append(link(section.url, section.heading, found));
      list.append(part);
    }
    item.append(list);
  }
  return item;
}
