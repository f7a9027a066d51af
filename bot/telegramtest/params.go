package telegramtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
	"strconv"
)

const bodyLimit = 50 << 20

// readParams reads a call's fields from the query and from a body that is
// multipart, urlencoded or JSON; a field that is not text stays JSON.
func readParams(r *http.Request) (map[string]string, error) {
	params := map[string]string{}
	for key, values := range r.URL.Query() {
		params[key] = values[0]
	}
	r.Body = http.MaxBytesReader(nil, r.Body, bodyLimit)
	kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
	switch kind {
	case "multipart/form-data":
		if err := r.ParseMultipartForm(bodyLimit); err != nil && !errors.Is(err, io.EOF) {
			return nil, fmt.Errorf("can't parse multipart: %w", err)
		}
	case "application/x-www-form-urlencoded":
		if err := r.ParseForm(); err != nil {
			return nil, fmt.Errorf("can't parse form: %w", err)
		}
	case "application/json":
		return params, readJSON(r.Body, params)
	}
	for key, values := range r.PostForm {
		params[key] = values[0]
	}
	return params, nil
}

func readJSON(body io.Reader, params map[string]string) error {
	var fields map[string]json.RawMessage
	if err := json.NewDecoder(body).Decode(&fields); err != nil {
		return fmt.Errorf("can't parse JSON: %w", err)
	}
	for key, raw := range fields {
		var text string
		if json.Unmarshal(raw, &text) != nil {
			text = string(raw)
		}
		params[key] = text
	}
	return nil
}

func (r request) int(key string) int64 {
	n, _ := strconv.ParseInt(r.params[key], 10, 64)
	return n
}

func (r request) bool(key string) bool { return r.params[key] == "true" || r.params[key] == "1" }

// json reads a field that holds JSON; a field that is not there leaves v alone.
func (r request) json(key string, v any) error {
	if r.params[key] == "" {
		return nil
	}
	if err := json.Unmarshal([]byte(r.params[key]), v); err != nil {
		return badRequest("can't parse %s: %v", key, err)
	}
	return nil
}
