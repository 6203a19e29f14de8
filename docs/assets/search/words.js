// What the search says, in both languages.

const WORDS = {
  en: {
    title: "Search",
    label: "What are you looking for?",
    hint: "A word or a question, in English or Chinese. What you type stays in your browser.",
    close: "Close",
    loading: "Loading the search…",
    failed: "The search could not be loaded. Check your connection, then close the search and open it again.",
    partly: "Only titles and headings could be searched.",
    none: (typed) => `Nothing was found for “${typed}”. Try fewer or other words.`,
    found: (count) => (count === 1 ? "1 page found" : `${count} pages found`),
    more: (count) => `Show ${count} more`,
    results: "Pages found",
  },
  zh: {
    title: "搜索",
    label: "您想找什么？",
    hint: "输入词语或问题，中文、英文、繁体都可以。输入的内容不会离开您的浏览器。",
    close: "关闭",
    loading: "正在载入搜索……",
    failed: "搜索没有载入成功。请检查网络，关闭后再打开一次。",
    partly: "这次只搜索了标题。",
    none: (typed) => `没有找到与“${typed}”有关的页面。请减少词语，或换个说法。`,
    found: (count) => `找到 ${count} 个页面`,
    more: (count) => `再显示 ${count} 个`,
    results: "找到的页面",
  },
};

export const words = WORDS[document.documentElement.lang.startsWith("zh") ? "zh" : "en"];
