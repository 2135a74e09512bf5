#include "face/site/site_renew.h"

#include "domain/setting/setting.h"
#include "kit/os/program.h"

#define UPLOAD_MS 600000

int
site_renew_write(struct site *s, struct site_renewed *out, struct err *e)
{
	struct site_published done;
	struct str folder;

	*out = (struct site_renewed){.folder = STR(""), .upload = STR("")};
	if (setting_get(s->db, s->a, SETTING_SITE_FOLDER, &folder, e) != 0 ||
	    setting_get(s->db, s->a, SETTING_SITE_URL, &s->url, e) != 0 ||
	    setting_get(s->db, s->a, SETTING_REPORT_TO, &s->reports_to, e) != 0 ||
	    setting_get(s->db, s->a, SETTING_UPLOAD, &out->upload, e) != 0)
		return -1;
	if (folder.n == 0)
		return 0;
	out->folder = folder;
	while (str_ends(s->url, STR("/")))
		s->url.n--;
	while (str_ends(s->reports_to, STR("/")))
		s->reports_to.n--;
	s->reports = s->reports_to.n > 0;
	if (site_publish(s, folder, &done, e) != 0)
		return -1;
	out->pages = done.pages;
	return 0;
}

int
site_renew_upload(struct site_renewed *done, struct err *e)
{
	struct str words[PROGRAM_WORDS];

	if (done->folder.n == 0 || done->upload.n == 0)
		return 0;
	if (program_run(words, program_words(done->upload, done->folder, words), UPLOAD_MS, e) != 0)
		return -1;
	done->uploaded = true;
	return 0;
}

int
site_renew(struct site *s, struct site_renewed *out, struct err *e)
{
	return site_renew_write(s, out, e) != 0 ? -1 : site_renew_upload(out, e);
}
