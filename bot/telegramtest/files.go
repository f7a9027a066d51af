package telegramtest

import (
	"bytes"
	"fmt"
	"image"
	_ "image/jpeg" // photos are JPEG or PNG
	_ "image/png"
	"io"
	"net/http"
	"path"
	"regexp"
	"strings"
)

const (
	captionLimit  = 1024     // UTF-16 units after parsing
	downloadLimit = 20 << 20 // of getFile
)

// File is one that somebody sent.
type File struct {
	ID       string `json:"file_id"`
	UniqueID string `json:"file_unique_id"`
	Name     string `json:"file_name,omitempty"`
	MimeType string `json:"mime_type,omitempty"`
	Size     int    `json:"file_size"`
	Width    int    `json:"width,omitempty"`
	Height   int    `json:"height,omitempty"`

	// Data is what it holds; path is where it can be had after getFile.
	Data []byte `json:"-"`
	path string
}

// keep gives a file its id; s.mu is held.
func (s *Server) keep(f File) *File {
	n := len(s.files) + 1
	f.ID, f.UniqueID, f.Size = fmt.Sprintf("BQACAgIAAxkB%06d", n), fmt.Sprintf("AgAD%06d", n), len(f.Data)
	f.path = fmt.Sprintf("documents/file_%d%s", n, path.Ext(f.Name))
	s.files[f.ID] = &f
	return &f
}

// SendDocument is a file that a person sends to the bot.
func (r *Room) SendDocument(from User, name, mimeType string, data []byte, caption string) *Message {
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	m := r.add(from)
	m.Document = r.server.keep(File{Name: name, MimeType: mimeType, Data: data})
	m.Caption, m.CaptionEntities = caption, findEntities(caption)
	r.server.deliver("message", m)
	return m.copy()
}

func (s *Server) getFile(r request) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	f := s.files[r.params["file_id"]]
	switch {
	case f == nil:
		return nil, badRequest("invalid file_id")
	case f.Size > downloadLimit:
		return nil, badRequest("file is too big")
	}
	return map[string]any{"file_id": f.ID, "file_unique_id": f.UniqueID, "file_size": f.Size, "file_path": f.path}, nil
}

var filePath = regexp.MustCompile(`^/file/bot([^/]+)/(.+)$`)

// download answers what is no call of the API but asks for a file; it says whether
// it was that.
func (s *Server) download(w http.ResponseWriter, r *http.Request) bool {
	match := filePath.FindStringSubmatch(r.URL.Path)
	if match == nil {
		return false
	}
	if match[1] != Token {
		reply(w, nil, &apiError{Code: 401, Description: "Unauthorized"})
		return true
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.files {
		if f.path == match[2] {
			_, _ = w.Write(f.Data)
			return true
		}
	}
	reply(w, nil, &apiError{Code: 404, Description: "Not Found"})
	return true
}

func (s *Server) sendDocument(r request) (any, error) {
	return s.sendFile(r, "document", func(m *Message, f *File) { m.Document = f })
}

func (s *Server) sendPhoto(r request) (any, error) {
	return s.sendFile(r, "photo", func(m *Message, f *File) { m.Photo = []*File{f} })
}

const (
	photoLimit = 10 << 20
	photoSides = 10_000 // pixels of width and height together
	photoRatio = 20
)

// measure learns how large a photo is, and refuses what Telegram takes for none
// (https://core.telegram.org/bots/api#sendphoto).
func (f *File) measure() error {
	picture, _, err := image.DecodeConfig(bytes.NewReader(f.Data))
	f.Width, f.Height = picture.Width, picture.Height
	switch long, short := max(f.Width, f.Height), min(f.Width, f.Height); {
	case err != nil:
		return badRequest("IMAGE_PROCESS_FAILED")
	case len(f.Data) > photoLimit:
		return badRequest("file is too big for a photo")
	case f.Width+f.Height > photoSides || long > photoRatio*short:
		return badRequest("PHOTO_INVALID_DIMENSIONS")
	}
	return nil
}

// sendFile takes a file that is uploaded, or the id of one that is there.
func (s *Server) sendFile(r request, field string, put func(*Message, *File)) (any, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	room, err := s.room(r)
	if err != nil {
		return nil, err
	}
	caption, entities, err := readCaption(r)
	if err != nil {
		return nil, err
	}
	keyboard, err := readKeyboard(r)
	if err != nil {
		return nil, err
	}
	replyTo, err := room.readReply(r)
	if err != nil {
		return nil, err
	}
	f, err := s.readFile(r, field)
	if err == nil && field == "photo" {
		err = f.measure()
	}
	if err != nil {
		return nil, err
	}
	m := room.add(s.me)
	m.Caption, m.CaptionEntities, m.ReplyMarkup, m.ReplyToMessage, m.Raw = caption, entities, keyboard, replyTo, r.params
	if thread := int(r.int("message_thread_id")); thread != 0 {
		m.MessageThreadID, m.IsTopicMessage = thread, true
	}
	put(m, f)
	s.notify()
	return m.copy(), nil
}

func (s *Server) readFile(r request, field string) (*File, error) {
	if r.http.MultipartForm != nil {
		if parts := r.http.MultipartForm.File[field]; len(parts) > 0 {
			part, err := parts[0].Open()
			if err != nil {
				return nil, badRequest("can't open the file: %v", err)
			}
			defer part.Close()
			data, err := io.ReadAll(part)
			if err != nil || len(data) == 0 {
				return nil, badRequest("file must be non-empty")
			}
			return s.keep(File{Name: parts[0].Filename, MimeType: parts[0].Header.Get("Content-Type"), Data: data}), nil
		}
	}
	id := strings.TrimSpace(r.params[field])
	if f := s.files[id]; f != nil {
		return f, nil
	}
	return nil, badRequest("there is no %s in the request", field)
}

func readCaption(r request) (string, []Entity, error) {
	if r.params["caption"] == "" {
		return "", nil, nil
	}
	inner := request{r.http, map[string]string{"text": r.params["caption"], "parse_mode": r.params["parse_mode"], "entities": r.params["caption_entities"]}}
	caption, entities, err := readText(inner)
	if err == nil && utf16Len(caption) > captionLimit {
		err = badRequest("message caption is too long")
	}
	return caption, entities, err
}
