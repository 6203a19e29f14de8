// Material opens the search on narrow screens through a label, which the keyboard cannot reach: a button does it here.
document.querySelector(".site-search-button")?.addEventListener("click", () => {
  document.getElementById("__search").click();
  document.querySelector(".md-search__input").focus();
});
