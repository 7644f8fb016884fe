/// Every sentence that the program itself says; what institutions say is in their inventory's texts.
///
/// `{0}`, `{1}` … stand for what is filled in.
enum Phrase: String, CaseIterable {
    // Labels, padded to one width by the layout.
    case labelFirst, labelThen, labelMust, labelWhy, labelData, labelAlso, labelNot, labelMind, labelNear, labelAsk
    case labelSend, labelSplit, labelThey, labelNow

    // Headlines where no way is recommended.
    case noWay, askFirst, alreadyThere, alreadyThereNotAll

    // About the question.
    case everyoneInside, someoneOutside, anyoneWithLink, theWorld, colleague, group
    case someColleague, onlyIfMember, onlyIfMemberElse, useInstead
    case you, youOnNetwork, youCountAs, firstBecause, contentUnknown, contentPartlyUnknown, contentDeclared,
        contentDeclaredLevel
    case contentFound, contradiction, notLookedAt
    case yourData, theData, namedAndMore, filesCount, oneFile, sizeUnknown
    case and, or

    // About a way.
    case mountedHere, mountedHereSick, suggestion, theyNeed, kindsOf, sortNone, alsoHere, reliesOnPeople,
        uncheckedTotal, uncheckedFile,
        uncheckedFiles
    case messagesFollow, exemptionUntil, splitFor, splitIntro

    // Why a way is closed.
    case noRulePermits, notForAudience, noCommonShare, askerHasNoAccess, membershipUnknown, otherActions
    case tooLarge, fileTooLarge, tooManyFiles, notAvailableBefore, retiredOn, lacks, contradictory

    // What would open it.
    case wouldNeedLevel, wouldNeedDeclare, wouldNeedAudience, wouldNeedAction, wouldNeedNetwork, wouldNeedBytes
    case wouldNeedFewerBytes
    case wouldNeedFacet, wouldNeedMembership
    case thenMethod

    // Actions.
    case actionShare, actionReceive, actionArchive, actionCompute, actionPublish

    // Foundations.
    case basisStated, basisDerived, basisAssumed
    case assumedNotConfirmed, overdueReview
    case statementHost, statementShare, statementShareName, statementGroup, statementMethod, statementCapability
    case statementRule, statementTag

    // Footers and hints.
    case notCheckedNow, moreExplain, moreNotShown, visibleTo, metYes, metNo, metUnknown, partySender, partyRecipient
    case askContact, explainHeading, excludedHeading, alternativesHeading, foundationsHeading, messagesHeading
    case stateForbidden, stateNotPermitted, stateCannot, stateUnsupported, stateAsk, stateDown, wouldOpen
    case whyNotOpen, whyNotRecommended, whyNotBest, whyNotClosed, whyNotNothing
    case replaySame, replayDiffers, replayRevision
    case surveyProblems

    // Reasons of the survey.
    case outcomeAllowed, outcomeConditions, outcomeNotAllowed, outcomeAsk

    // How a place does just now.
    case liveDown, liveDownSince, liveYours, liveDegraded, liveUnknown, liveAfterFirst, liveNoRoom, liveMeanwhile,
        liveMeanwhileUnchecked
    case liveNoOther, liveNoOtherRoom, liveAnswered, liveVerdict, liveCause

    // Looking into files.
    case scanCertain, scanLikely, scanPossible, scanTopic, scanPage, scanSheet, scanLine, scanTimes, scanFiles
    case scanPartHeader, scanPartFooter, scanPartFootnote, scanPartComment, scanPartTrackedChange, scanPartNotes
    case scanPartMetadata, scanPartHidden
    case scanNotRead, scanPartlyRead, scanSum, scanSumOne, scanFound, scanNothing, scanNothingRead, scanTag, scanTagOne,
        scanSubjects,
        scanSubjectsOne
    case scanHints, scanPictures, scanCaution, scanCautionPartial, scanSandbox, scanInterrupted, scanLeftOut,
        scanLinks, scanNoFile,
        scanNoneLeftOut, gapNeedsProgram
    case contentSeen, contentNothing, contentUnread, contentUnreadOne, contentLookCloser

    // Checks.
    case checkLabelNext, checkLabelWho, checkOrElse, checkNotUnderstood, checkSpared, checkSparedNext
    case checkAskWithEvidence, checkEncrypted, checkFree, checkAsFarAs, checkSum, checkSumOne
    case stageDNS, stageTCP, stageNegotiate, stageTLS, stageHTTP, stageRDP, stageAuth, stageTree, stageStat, stageList
    case stageRead, stageWrite, stageSpace
    case mountsSum, mountsSumOne, mountsNone, mountRepair, mountUnasked, mountUnaskedNext
    case ownerUser, ownerHelpdesk, ownerNetwork, ownerIdentity, ownerStorage
    case countHealthy, countDegraded, countFailed, countUnknown
    case verdictHealthy, verdictDegraded, verdictFailed, verdictUnknown
}
