package gtk

import (
	"strings"
	"unicode/utf8"
)

// accelerator spells keys as GTK does: "<Control><Shift>z". What GTK does not
// know is not shown.
func accelerator(keys string) string {
	if keys == "" {
		return ""
	}
	parts := strings.Split(keys, "+")
	last := len(parts) - 1
	var spelt strings.Builder
	for _, modifier := range parts[:last] {
		switch modifier {
		case "Mod", "Ctrl":
			spelt.WriteString("<Control>")
		case "Alt", "Shift":
			spelt.WriteString("<" + modifier + ">")
		default:
			return ""
		}
	}
	return spelt.String() + keyName(parts[last])
}

// keyName is the name of a key in the tables of X, which GTK goes by.
func keyName(key string) string {
	switch key {
	case "Enter":
		return "Return"
	case "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight":
		return strings.TrimPrefix(key, "Arrow")
	case "Backspace":
		return "BackSpace"
	case "PageUp", "PageDown":
		return "Page_" + strings.TrimPrefix(key, "Page")
	}
	if name, known := signs()[key]; known {
		return name
	}
	if utf8.RuneCountInString(key) == 1 {
		return strings.ToLower(key)
	}
	return key
}

func signs() map[string]string {
	return map[string]string{
		"Plus": "plus", "-": "minus", "=": "equal", ",": "comma", ".": "period", "/": "slash",
		"?": "question", "Space": "space", "[": "bracketleft", "]": "bracketright", "'": "apostrophe",
	}
}
