// A page may be read long after it was built. What has become due by then says so itself: the reader's date, taken as
// it is in China, is compared with the month in each mark. Nothing is shown that is not in the page already.
const CHINA = 8 * 60 * 60 * 1000;
const month = new Date(Date.now() + CHINA).toISOString().slice(0, 7);

for (const mark of document.querySelectorAll("time[data-due]")) {
  const sentence = mark.closest("[hidden]");
  if (sentence && mark.dataset.due <= month) sentence.hidden = false;
}
