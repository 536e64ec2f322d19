const textToCopy = ({ copy: id, copyText }: DOMStringMap): string | undefined => {
  if (copyText !== undefined) return copyText;
  const element = document.getElementById(id ?? '');
  // The text of a field changes after the page was made.
  if (element instanceof HTMLTextAreaElement) return element.value;
  return element?.textContent?.trim();
};

const copy = async (button: HTMLButtonElement): Promise<void> => {
  const label = button.querySelector('[aria-live]');
  const text = textToCopy(button.dataset);
  if (!label || !text) return;
  await navigator.clipboard.writeText(text);
  const before = label.textContent;
  label.textContent = button.dataset.copied ?? before;
  setTimeout(() => {
    label.textContent = before;
  }, 2000);
};

// Without a clipboard (an address that is not secure) the buttons stay away; the texts can still be selected.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll<HTMLButtonElement>(
    '[data-copy], [data-copy-text]',
  )) {
    button.hidden = false;
    button.addEventListener('click', () => copy(button));
  }
}
