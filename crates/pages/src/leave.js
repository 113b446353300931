// Leaving in a hurry from a page that needs no program: without this the button is a plain link. What is kept is cleared, the
// page is blank at once, and Back leads to the start. Written so that an old phone reads it too.
(function () {
  var KEPT = "madoguchi", LEFT = "-";
  var start = "../index.html", leave = document.getElementById("leave"), shifts = 0;
  function store(act) { try { return act(); } catch (blocked) { return null; } }
  function go(event) {
    if (event) event.preventDefault();
    document.documentElement.style.display = "none";
    store(function () { localStorage.removeItem(KEPT); });
    store(function () { sessionStorage.removeItem(KEPT + "-look"); });
    // Of this tab it stays known that somebody left, and nothing else: pages that were read before must not show again.
    store(function () { sessionStorage.setItem(KEPT, LEFT); });
    location.replace(leave.href);
  }
  function comes(event) {
    if (store(function () { return sessionStorage.getItem(KEPT); }) !== LEFT) return;
    var way = window.performance && performance.getEntriesByType && performance.getEntriesByType("navigation")[0];
    if (event.persisted || (way && way.type === "back_forward")) {
      document.documentElement.style.display = "none";
      location.replace(start);
    } else store(function () { sessionStorage.removeItem(KEPT); });
  }
  if (window.addEventListener) addEventListener("pageshow", comes);
  comes({});
  leave.onclick = go;
  document.onkeydown = function (event) {
    if (!event.repeat) shifts = event.key === "Shift" ? shifts + 1 : 0;
    if (shifts === 1) setTimeout(function () { shifts = 0; }, 5000);
    if (shifts > 2) go();
  };
})();
