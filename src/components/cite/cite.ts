const copy = async (button: HTMLButtonElement): Promise<void> => {
  const { copy: id = '', copied = '' } = button.dataset;
  const label = button.querySelector('[aria-live]');
  const text = document.getElementById(id)?.textContent?.trim();
  if (!label || !text) return;
  await navigator.clipboard.writeText(text);
  const before = label.textContent;
  label.textContent = copied;
  setTimeout(() => {
    label.textContent = before;
  }, 2000);
};

// Without a clipboard (an address that is not secure) the buttons stay away; the texts can still be selected.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
}
