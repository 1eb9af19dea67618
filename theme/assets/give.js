// Words leave the page: into the clipboard, or into a file.
export async function copy(text, button) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return shown(text, button);
  }
}

// Where the clipboard is closed, the words are shown and chosen, ready to be copied by hand.
function shown(text, button) {
  let box = button.parentElement.nextElementSibling;
  if (!box?.matches(".ls-by-hand")) {
    box = document.createElement("textarea");
    box.className = "ls-by-hand";
    box.readOnly = true;
    box.setAttribute("aria-label", button.textContent);
    button.parentElement.after(box);
  }
  box.value = text;
  box.focus();
  box.select();
  return false;
}

export function save(text, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
