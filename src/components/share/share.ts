/** What the system's sheet is given: the last line of the text is the address. */
const dataOf = (text: string): ShareData => {
  const end = text.lastIndexOf('\n');
  return {
    title: text.slice(0, text.indexOf('\n')),
    text: text.slice(0, end),
    url: text.slice(end + 1),
  };
};

for (const button of document.querySelectorAll<HTMLButtonElement>('[data-share]')) {
  const text = document.getElementById(button.dataset.share ?? '')?.textContent ?? '';
  const data = dataOf(text);
  // Browsers without a sheet, and pages that may not open one, keep the other ways.
  if (!navigator.canShare?.(data)) continue;
  button.hidden = false;
  button.addEventListener('click', async () => {
    try {
      await navigator.share(data);
    } catch (error) {
      // Closing the sheet is no fault; where it fails, the text is there to be copied.
      if ((error as DOMException).name === 'AbortError') return;
      const field = document.getElementById(button.dataset.share ?? '') as HTMLTextAreaElement;
      field.focus();
      field.select();
    }
  });
}
