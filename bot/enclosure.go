package bot

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"mime/multipart"

	"youju/chart"
)

// errNoFile: an enclosure cannot be made, and never will be.
var errNoFile = errors.New("the file cannot be made")

// enclosure is a file that goes with a message. It is kept as what it is made of,
// and made again for each try to send it.
type enclosure struct {
	Chart *chart.Chart `json:"chart,omitempty"` // a photo
	Sheet *sheet       `json:"sheet,omitempty"` // a document
}

// method is the one of the Bot API that sends it; its own name is that of the field.
func (e *enclosure) method() string {
	if e.Chart != nil {
		return methodPhoto
	}
	return methodDocument
}

// file makes the enclosure. A panic is an error of it: it would come again at each
// start.
func (e *enclosure) file() (field, name string, data []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("drawing breaks: %v", p)
		}
	}()
	switch {
	case e.Chart != nil:
		data, err = e.Chart.PNG()
		return "photo", "youju.png", data, err
	case e.Sheet != nil:
		data, err = e.Sheet.csv()
		return "document", e.Sheet.Name, data, err
	}
	return "", "", nil, errors.New("an enclosure holds nothing")
}

// upload is a call with a file, as multipart/form-data
// (https://core.telegram.org/bots/api#sending-files): texts as they are, all else
// in JSON.
func upload(call json.RawMessage, e *enclosure) (contentType string, body []byte, err error) {
	field, name, data, err := e.file()
	if err != nil {
		return "", nil, fmt.Errorf("%w: %w", errNoFile, err)
	}
	var params map[string]json.RawMessage
	if err := json.Unmarshal(call, &params); err != nil {
		return "", nil, fmt.Errorf("read the call: %w", err)
	}
	var out bytes.Buffer
	form := multipart.NewWriter(&out)
	for key, raw := range params {
		text := string(raw)
		_ = json.Unmarshal(raw, &text) // what is no text stays JSON
		if err := form.WriteField(key, text); err != nil {
			return "", nil, fmt.Errorf("write %s: %w", key, err)
		}
	}
	part, err := form.CreateFormFile(field, name)
	if err == nil {
		_, err = part.Write(data)
	}
	if err == nil {
		err = form.Close()
	}
	return form.FormDataContentType(), out.Bytes(), err
}
