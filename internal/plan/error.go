package plan

import "errors"

// Code sorts errors by what the caller can do about them.
type Code string

// The codes. Invalid: the input breaks a rule. NotFound: it is not there any
// more. Conflict: it is there, but something stands against it. Internal: a
// fault of ours or of the disk.
const (
	Invalid  Code = "invalid"
	NotFound Code = "not_found"
	Conflict Code = "conflict"
	Internal Code = "internal"
)

// Error is a refusal that a person can act on. Key names the sentence in the
// catalogue ("error.title_long"), Params fill it.
type Error struct {
	Code   Code              `json:"code"`
	Key    string            `json:"key"`
	Params map[string]string `json:"params"`
}

func (e *Error) Error() string { return string(e.Code) + ": " + e.Key }

// Refuse makes an Error; params are name, value, name, value …
func Refuse(code Code, key string, params ...string) *Error {
	e := &Error{Code: code, Key: key, Params: map[string]string{}}
	for i := 0; i+1 < len(params); i += 2 {
		e.Params[params[i]] = params[i+1]
	}
	return e
}

// CodeOf tells the code of an error; any error that is not ours is Internal.
func CodeOf(err error) Code {
	var e *Error
	if errors.As(err, &e) {
		return e.Code
	}
	return Internal
}
