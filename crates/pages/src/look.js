// What was chosen in this tab by the switches of the head, before anything is painted: words that are classes of the page (the
// size of the text, its colours, readings). Written so that an old phone reads it too; one without modules has no switches.
(function (root) {
  try { root.className += " " + (sessionStorage.getItem("madoguchi-look") || ""); } catch (blocked) {}
  if (!("noModule" in document.createElement("script"))) root.className += " old";
})(document.documentElement);
