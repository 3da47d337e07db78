"""文书: templates, drawing up, rendering, freezing and verification."""
