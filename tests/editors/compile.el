;; What M-x compile makes of the file's lines: FILE LINE e|w, one a line.
(require 'compile)
(with-temp-buffer
  (insert-file-contents (car command-line-args-left))
  (compilation-mode)
  (compilation--ensure-parse (point-max))
  (goto-char (point-min))
  (while (not (eobp))
    (let ((message (get-text-property (point) 'compilation-message)))
      (when message
        (let ((location (compilation--message->loc message)))
          (princ (format "%s %d %s\n" (caar (compilation--loc->file-struct location))
                         (compilation--loc->line location)
                         (if (= (compilation--message->type message) 1) "w" "e"))))))
    (forward-line 1)))
(setq command-line-args-left nil)
