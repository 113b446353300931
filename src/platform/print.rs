//! Printing, by the browser's own dialog.

/// Prints the page; on slips (the narrow paper of a kiosk's printer) or on sheets.
pub fn print(slip: bool) {
    let Some(window) = web_sys::window() else {
        return;
    };
    if let Some(root) = window.document().and_then(|page| page.document_element()) {
        let _ = root.toggle_attribute_with_force("data-slip", slip);
        let _ = window.print();
    }
}
