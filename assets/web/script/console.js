// The console's own script: batch selection, keyboard, progress. Every page works without it.
"use strict";

const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const one = (selector, root = document) => root.querySelector(selector);

/* ---- batch selection: rows with input[data-pick] in a form[data-batch] ---- */
function countPicked(form) {
  const boxes = all("input[data-pick]", form);
  const picked = boxes.filter((box) => box.checked).length;
  for (const box of boxes) box.closest("tr").classList.toggle("picked", box.checked);
  const every = one("input[data-pick-all]", form);
  if (every) {
    every.checked = picked > 0 && picked === boxes.length;
    every.indeterminate = picked > 0 && picked < boxes.length;
  }
  const told = one("[data-picked]", form);
  if (told) told.textContent = picked ? `已选 ${picked} 条` : "尚未选择";
}

for (const form of all("form[data-batch]")) {
  const every = one("input[data-pick-all]", form);
  if (every) {
    every.closest("[hidden]")?.removeAttribute("hidden");
    every.addEventListener("change", () => {
      for (const box of all("input[data-pick]", form)) box.checked = every.checked;
      countPicked(form);
    });
  }
  form.addEventListener("change", () => countPicked(form));
  form.addEventListener("submit", (event) => {
    const picked = all("input[data-pick]:checked", form).length;
    const reason = one("[name=reason]", form);
    const decision = event.submitter?.value;
    const everybody = event.submitter?.hasAttribute("data-all");
    let wrong = "";
    if (everybody) {
      if (!confirm("将为全部待发人员核发证书，编号发出后不能收回。确定核发吗？")) event.preventDefault();
    } else if (!picked) wrong = "请先选择记录";
    else if (reason && decision !== "approve" && !reason.value.trim()) wrong = "退回或不予认定须写明理由";
    const told = one("[data-picked]", form);
    if (!wrong) {
      if (told && !event.defaultPrevented) told.textContent = "正在办理，请稍候…";
      return;
    }
    event.preventDefault();
    if (told) told.textContent = wrong;
    if (picked && reason) reason.focus();
  });
  countPicked(form);
}

/* ---- sent once: a second press of a button waits for the answer of the first ---- */
for (const form of all("form[method=post]:not([data-batch])")) {
  form.addEventListener("submit", () => {
    setTimeout(() => all("button", form).forEach((button) => (button.disabled = true)), 0);
  });
}
addEventListener("pageshow", () => all("form button").forEach((button) => (button.disabled = false)));

/* ---- keyboard ---- */
const keysOn = () => localStorage.getItem("keys") !== "off";
let place = -1;

function rows() {
  return all("tr[data-row]");
}
function goTo(next) {
  const list = rows();
  if (!list.length) return;
  place = Math.max(0, Math.min(list.length - 1, next));
  list.forEach((row, i) => (i === place ? row.setAttribute("aria-current", "true") : row.removeAttribute("aria-current")));
  const target = one("input[data-pick], a", list[place]);
  target?.focus();
  list[place].scrollIntoView({ block: "nearest" });
}
function showKeys() {
  let dialog = one("dialog[data-keys]");
  if (!dialog) {
    dialog = one("#keys").content.firstElementChild.cloneNode(true);
    dialog.dataset.keys = "";
    document.body.append(dialog);
    const box = one("[data-keys-on]", dialog);
    box.checked = keysOn();
    box.addEventListener("change", () => localStorage.setItem("keys", box.checked ? "on" : "off"));
  }
  dialog.showModal();
}

const keys = {
  j: () => goTo(place + 1),
  k: () => goTo(place - 1),
  x: () => {
    const box = rows()[place] && one("input[data-pick]", rows()[place]);
    box?.click();
  },
  a: () => one("button[value=approve]")?.click(),
  r: () => one("form[data-batch] [name=reason], form [name=reason]")?.focus(),
  "/": () => one("[data-find], .filter input:not([type=hidden]), .filter select")?.focus(),
};
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  const writing = event.target.matches("textarea, select, input:not([type=checkbox]):not([type=radio])");
  if (writing || one("dialog[open]")) return;
  if (event.key === "?") {
    event.preventDefault();
    showKeys();
    return;
  }
  if (event.key === "Enter" && event.target.matches("input[data-pick]")) {
    const link = one("a", event.target.closest("tr"));
    if (link) {
      event.preventDefault();
      link.click();
    }
    return;
  }
  if (!keysOn() || !keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
});

/* ---- progress of a job: asks every second until it is done, then shows its result ---- */
const job = one("[data-job]");
if (job) {
  const bar = one("progress", job);
  const told = one("[data-told]", job);
  const ask = async () => {
    try {
      const answer = await fetch(job.dataset.job, { headers: { Accept: "application/json" } });
      if (!answer.ok) throw new Error(String(answer.status));
      const state = await answer.json();
      if (state.ended) {
        location.reload();
        return;
      }
      if (state.all) {
        bar.max = state.all;
        bar.value = state.done;
      }
      told.textContent = state.told;
    } catch {
      told.textContent = "暂时连接不上，正在重试；任务不受影响。";
    }
    setTimeout(ask, 1000);
  };
  setTimeout(ask, 600);
}

/* ---- what is shown once is there to be copied ---- */
one("[data-select]")?.select();

/* ---- the first mistake of a form that came back is where work goes on ---- */
one("#faults")?.focus();
