// A button says for a moment that what it does is done; its live region says so aloud.
function done(button, words) {
  const own = button.textContent;
  if (own === words) return;
  button.textContent = words;
  setTimeout(() => { button.textContent = own; }, 2000);
}
